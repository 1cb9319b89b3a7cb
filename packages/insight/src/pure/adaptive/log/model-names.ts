import { wordsOf } from './key-words.ts'

/** Families of models as people call them; what follows a name is its version. */
const FAMILY =
  /(?<![\w-])(?:(?:claude[- ])?(?:haiku|sonnet|opus)|gpt|o[134]|codex|gemini|llama|mistral|mixtral|codestral|deepseek|qwen|grok|kimi|glm|gemma)(?![a-z])[\w.-]{0,40}/i
/** Keys beside which a model stands that no table knows. */
const MODEL_KEYS: ReadonlySet<string> = new Set(['model', 'llm'])
/** Keys beside which the name of a known model stands for who did the work. */
const WORKER_KEYS: ReadonlySet<string> = new Set([
  'execution',
  'executor',
  'worker',
  'agent',
  'implementation',
  'implementer',
])

/** The model that a key and its value name, in lower case. Undefined if they name none. */
export function readModel(key: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 100) return undefined
  const words = wordsOf(key)
  const text = value.trim().toLowerCase()
  if (words.some((word) => MODEL_KEYS.has(word))) {
    // Of several models none is the one.
    if (/[+,&/]|\band\b|->|→|\$\{|[[\]|]/.test(text.replace(/\(.{0,80}\)/, ''))) return undefined
    return /^[\w.:/-]{2,60}/.exec(text)?.[0]
  }
  if (!words.some((word) => WORKER_KEYS.has(word))) return undefined
  return FAMILY.exec(text)?.[0]
}

/** `Sonnet planning + Haiku execution (batched)`. */
export function executionModelOf(strategy: string): string | undefined {
  const name = /([\w.-]{1,40}) (?:execution|implementation|worker)/i.exec(strategy)?.[1]?.toLowerCase()
  return name === undefined || !FAMILY.test(name) ? undefined : name
}
