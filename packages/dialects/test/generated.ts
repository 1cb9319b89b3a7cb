import fc from 'fast-check'

const word = fc.constantFrom('Save', 'A & B', 'Über uns', '"quoted"', 'One two', '1 < 2', '')

/** Specs with types and props of every sort, also with what no catalogue knows. */
export const specs: fc.Arbitrary<object> = fc
  .array(
    fc.record({
      type: fc.constantFrom('Text', 'Button', 'Box', 'Heading'),
      props: fc.record(
        {
          text: fc.oneof(word, fc.constant({ $state: '/x' }), fc.constant(null)),
          size: fc.constantFrom('sm', 'md', 'lg'),
          padding: fc.oneof(fc.nat({ max: 40 }), fc.constantFrom('8px', '1rem', '5%')),
          color: fc.constantFrom('#112233', 'rgb(1, 2, 3)', null),
          items: fc.array(fc.record({ label: word }), { maxLength: 3 }),
          style: fc.constantFrom(null, { fontSize: '16px' }),
        },
        { requiredKeys: [] },
      ),
      visible: fc.constantFrom(true, false, { $state: '/shown' }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => ({
    root: 'root',
    elements: Object.fromEntries<unknown>([
      ['root', { type: 'Stack', props: { gap: 'md' }, children: list.map((_, i) => `e${i}`) }],
      ...list.map((element, i) => [`e${i}`, element] as const),
    ]),
  }))

const attribute = fc.constantFrom(
  '',
  ' class="text-lg p-4 bg-red-500"',
  " style='color:red;padding:1px 2px'",
  ' id=a',
  ' id="a"',
  ' style="background:url(x.png) #fff;; ;color"',
  ' hidden',
  ' title="a > b"',
  ' class',
  ' style="font-size:1.5em!important"',
)
const leaf = fc.constantFrom(
  'plain text',
  '&lt;b&gt; &amp; &copy;',
  '<br>',
  '<img src=a.png alt="x">',
  '<!-- note <p> -->',
  '<svg><title>t</title><path d="M0 0"/></svg>',
  '<script>var a = "<p>"</script>',
  '{{ name }}',
  '{% if x %}',
  '<input type="text" placeholder="p">',
  '\r\n',
  '</p>',
  '<b><i>x</b></i>',
  '<',
  '<a href="/x" class="btn">Go</a>',
  '<template><p>in</p></template>',
)

/** Pages and pieces of pages, some of which no editor would have written. */
export const pages: fc.Arbitrary<string> = fc
  .letrec<{ node: string; children: string }>((tie) => ({
    children: fc.array(tie('node'), { maxLength: 4 }).map((parts) => parts.join('\n')),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc
        .tuple(
          fc.constantFrom('div', 'p', 'h1', 'ul', 'li', 'table', 'tr', 'td', 'button', 'section', 'span'),
          attribute,
          tie('children'),
          fc.boolean(),
        )
        .map(
          ([tag, attributes, inner, closes]) => `<${tag}${attributes}>${inner}${closes ? `</${tag}>` : ''}`,
        ),
    ),
  }))
  .children.map((text) => `<div>${text}</div>`)
