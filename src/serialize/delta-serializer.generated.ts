// Written by fast-json-stringify for the schema in scripts/delta-serializer.mjs (`npm run generate:serializer`).
// @ts-nocheck

export const buildDeltaSerializer: (validator: null, runtime: object) => (delta: object) => string =
function anonymous(validator,serializer
) {
const {
  asString,
  asNumber,
  asBoolean,
  asDateTime,
  asDate,
  asTime,
  asUnsafeString,
  asPlainStringArray
} = serializer
const asInteger = serializer.asInteger.bind(serializer)
    const JSON_STR_BEGIN_OBJECT = '{'
    const JSON_STR_END_OBJECT = '}'
    const JSON_STR_BEGIN_ARRAY = '['
    const JSON_STR_END_ARRAY = ']'
    const JSON_STR_COMMA = ','
    const JSON_STR_COLONS = ':'
    const JSON_STR_QUOTE = '"'
    const JSON_STR_EMPTY_OBJECT = JSON_STR_BEGIN_OBJECT + JSON_STR_END_OBJECT
    const JSON_STR_EMPTY_ARRAY = JSON_STR_BEGIN_ARRAY + JSON_STR_END_ARRAY
    const JSON_STR_EMPTY_STRING = JSON_STR_QUOTE + JSON_STR_QUOTE
    const JSON_STR_NULL = 'null'
      // "#/properties/patches/items"
      function anonymous2 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''
        let addComma_2 = false
          const value_op_3 = obj["op"]
          if (value_op_3 !== undefined) {
            json += addComma_2 ? ",\"op\":" : ((addComma_2 = true), "{\"op\":")
        if (typeof value_op_3 !== 'string') {
          if (value_op_3 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_op_3 instanceof Date) {
            json += JSON_STR_QUOTE + value_op_3.toISOString() + JSON_STR_QUOTE
          } else if (value_op_3 instanceof RegExp) {
            json += asString(value_op_3.source)
          } else {
            json += asString(value_op_3.toString())
          }
        } else {
          json += asString(value_op_3)
        }
          }
          const value_from_4 = obj["from"]
          if (value_from_4 !== undefined) {
            json += addComma_2 ? ",\"from\":" : ((addComma_2 = true), "{\"from\":")
        if (typeof value_from_4 !== 'string') {
          if (value_from_4 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_from_4 instanceof Date) {
            json += JSON_STR_QUOTE + value_from_4.toISOString() + JSON_STR_QUOTE
          } else if (value_from_4 instanceof RegExp) {
            json += asString(value_from_4.source)
          } else {
            json += asString(value_from_4.toString())
          }
        } else {
          json += asString(value_from_4)
        }
          }
          const value_path_5 = obj["path"]
          if (value_path_5 !== undefined) {
            json += addComma_2 ? ",\"path\":" : ((addComma_2 = true), "{\"path\":")
        if (typeof value_path_5 !== 'string') {
          if (value_path_5 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_path_5 instanceof Date) {
            json += JSON_STR_QUOTE + value_path_5.toISOString() + JSON_STR_QUOTE
          } else if (value_path_5 instanceof RegExp) {
            json += asString(value_path_5.source)
          } else {
            json += asString(value_path_5.toString())
          }
        } else {
          json += asString(value_path_5)
        }
          }
          const value_value_6 = obj["value"]
          if (value_value_6 !== undefined) {
            json += addComma_2 ? ",\"value\":" : ((addComma_2 = true), "{\"value\":")
            json += JSON.stringify(value_value_6)
          }
if (!addComma_2) json += JSON_STR_BEGIN_OBJECT
return json + JSON_STR_END_OBJECT
      }
    function anonymous1 (obj) {
      // "#/properties/patches"
      let json = ''
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/patches' does not match schema definition.")
    }
    const arrayLength = obj.length
    json += JSON_STR_BEGIN_ARRAY
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous2(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous2(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }
    function anonymous5 (obj) {
      // "#/properties/changed/items/properties/properties"
      let json = ''
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/changed/items/properties/properties' does not match schema definition.")
    }
    const arrayLength = obj.length
      if (typeof arrayLength === 'number' && arrayLength >= 128 && Number.isInteger(arrayLength) && arrayLength <= 0xffffffff) {
        return asPlainStringArray(obj, arrayLength)
      }
    json += JSON_STR_BEGIN_ARRAY
      if (arrayLength > 0) {
        const value = obj[0]
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
        if (typeof value !== 'string') {
          if (value === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value instanceof Date) {
            json += JSON_STR_QUOTE + value.toISOString() + JSON_STR_QUOTE
          } else if (value instanceof RegExp) {
            json += asString(value.source)
          } else {
            json += asString(value.toString())
          }
        } else {
          json += asString(value)
        }
        }
      }
      return json + JSON_STR_END_ARRAY
    }
      // "#/properties/changed/items"
      function anonymous4 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''
        let addComma_8 = false
          const value_id_9 = obj["id"]
          if (value_id_9 !== undefined) {
            json += addComma_8 ? ",\"id\":" : ((addComma_8 = true), "{\"id\":")
        if (typeof value_id_9 !== 'string') {
          if (value_id_9 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_id_9 instanceof Date) {
            json += JSON_STR_QUOTE + value_id_9.toISOString() + JSON_STR_QUOTE
          } else if (value_id_9 instanceof RegExp) {
            json += asString(value_id_9.source)
          } else {
            json += asString(value_id_9.toString())
          }
        } else {
          json += asString(value_id_9)
        }
          }
          const value_properties_10 = obj["properties"]
          if (value_properties_10 !== undefined) {
            json += addComma_8 ? ",\"properties\":" : ((addComma_8 = true), "{\"properties\":")
            json += anonymous5(value_properties_10)
          }
if (!addComma_8) json += JSON_STR_BEGIN_OBJECT
return json + JSON_STR_END_OBJECT
      }
    function anonymous3 (obj) {
      // "#/properties/changed"
      let json = ''
    if (obj === null) return JSON_STR_EMPTY_ARRAY
    if (!Array.isArray(obj)) {
      throw new TypeError("The value of '#/properties/changed' does not match schema definition.")
    }
    const arrayLength = obj.length
    json += JSON_STR_BEGIN_ARRAY
      if (arrayLength > 0) {
        const value = obj[0]
        json += anonymous4(value)
        for (let i = 1; i < arrayLength; i++) {
          json += JSON_STR_COMMA
          const value = obj[i]
          json += anonymous4(value)
        }
      }
      return json + JSON_STR_END_ARRAY
    }
      // "#"
      function anonymous0 (input) {
        const obj = (input && typeof input.toJSON === 'function')
    ? input.toJSON()
    : input
        if (obj === null) return JSON_STR_EMPTY_OBJECT
        let json = ''
        let addComma_0 = false
          const value_patches_1 = obj["patches"]
          if (value_patches_1 !== undefined) {
            json += addComma_0 ? ",\"patches\":" : ((addComma_0 = true), "{\"patches\":")
            json += anonymous1(value_patches_1)
          }
          const value_changed_7 = obj["changed"]
          if (value_changed_7 !== undefined) {
            json += addComma_0 ? ",\"changed\":" : ((addComma_0 = true), "{\"changed\":")
            json += anonymous3(value_changed_7)
          }
          const value_status_11 = obj["status"]
          if (value_status_11 !== undefined) {
            json += addComma_0 ? ",\"status\":" : ((addComma_0 = true), "{\"status\":")
        if (typeof value_status_11 !== 'string') {
          if (value_status_11 === null) {
            json += JSON_STR_EMPTY_STRING
          } else if (value_status_11 instanceof Date) {
            json += JSON_STR_QUOTE + value_status_11.toISOString() + JSON_STR_QUOTE
          } else if (value_status_11 instanceof RegExp) {
            json += asString(value_status_11.source)
          } else {
            json += asString(value_status_11.toString())
          }
        } else {
          json += asString(value_status_11)
        }
          }
if (!addComma_0) json += JSON_STR_BEGIN_OBJECT
return json + JSON_STR_END_OBJECT
      }
    const main = anonymous0
    return main
}
