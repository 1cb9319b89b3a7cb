/** Small documents of each JSON format, made for the tests. */
export const card = {
  type: 'AdaptiveCard',
  version: '1.6',
  body: [
    { type: 'TextBlock', text: 'Flight delayed', style: 'heading' },
    { type: 'TextBlock', text: '_New_ gate', size: 'Large', spacing: 'none' },
    { type: 'TextBlock', text: '${gate}', color: 'attention' },
    { type: 'Image', url: 'https://example.com/plane.png', altText: 'Plane', size: 'small' },
    {
      type: 'FactSet',
      facts: [
        { title: 'Seat', value: '12C' },
        { title: 'Row', value: '12' },
      ],
    },
    { type: 'Input.Text', id: 'name', label: 'Your name', placeholder: 'Jane' },
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 'auto', items: [{ type: 'TextBlock', text: 'Left' }] },
        { type: 'Column', width: '50px', items: [] },
      ],
    },
  ],
  actions: [
    { type: 'Action.Submit', title: 'Rebook' },
    { type: 'Action.OpenUrl', title: 'Help', url: 'https://example.com/help' },
  ],
}

export const spec = {
  root: 'page',
  elements: {
    page: {
      type: 'Stack',
      props: { direction: 'vertical', gap: 'md', align: null, justify: null },
      children: ['title', 'intro', 'row'],
    },
    title: { type: 'Heading', props: { text: 'Orders', level: 'h2' } },
    intro: { type: 'Text', props: { text: { $state: '/intro' }, variant: 'muted' } },
    row: {
      type: 'Stack',
      props: { direction: 'horizontal', gap: 'sm', align: null, justify: null },
      children: ['save', 'cancel', 'badge'],
    },
    save: { type: 'Button', props: { label: 'Save', variant: 'primary', disabled: null } },
    cancel: { type: 'Button', props: { label: 'Cancel', variant: 'secondary', disabled: null } },
    badge: { type: 'Badge', props: { text: 'New', variant: 'default' } },
  },
  state: { intro: 'Hello' },
}

export const email = {
  root: 'body',
  elements: {
    body: { type: 'Body', props: { style: { backgroundColor: '#ffffff' } }, children: ['hello', 'shop'] },
    hello: {
      type: 'Text',
      props: { text: 'Hello', style: { fontSize: '16px', color: '#333333' } },
      children: [],
    },
    shop: {
      type: 'Button',
      props: {
        text: 'Shop now',
        href: 'https://example.com',
        style: { backgroundColor: '#0000ff', borderRadius: '4px', padding: '8px 16px' },
      },
      children: [],
    },
  },
}

export const messages = (version: 'v0.9' | 'v1.0'): object => ({
  name: 'Login',
  messages: [
    {
      version,
      createSurface: {
        surfaceId: 'main',
        catalogId: 'basic',
        ...(version === 'v0.9' ? { theme: { primaryColor: '#00BFFF' } } : {}),
      },
    },
    {
      version,
      updateComponents: {
        surfaceId: 'main',
        components: [
          { id: 'root', component: 'Column', children: ['heading', 'hint', 'picture', 'buttons'] },
          version === 'v1.0'
            ? { id: 'heading', component: 'Text', text: '## Sign in' }
            : { id: 'heading', component: 'Text', text: 'Sign in', variant: 'h2' },
          { id: 'hint', component: 'Text', text: { path: '/hint' }, variant: 'caption' },
          {
            id: 'picture',
            component: 'Image',
            url: 'https://example.com/a.png',
            description: 'A door',
            variant: 'icon',
          },
          { id: 'buttons', component: 'Row', children: ['ok', 'back'] },
          {
            id: 'ok',
            component: 'Button',
            child: 'ok_text',
            variant: 'primary',
            action: { event: { name: 'ok' } },
          },
          { id: 'ok_text', component: 'Text', text: 'Continue' },
          { id: 'back', component: 'Button', child: 'back_text', action: { event: { name: 'back' } } },
          { id: 'back_text', component: 'Text', text: 'Go back' },
        ],
      },
    },
  ],
})

export const page = {
  content: [
    { type: 'Heading', props: { id: 'Heading-1', text: 'Welcome', size: 'xl', level: '2', align: 'left' } },
    { type: 'Text', props: { id: 'Text-1', text: '<p>Rich <b>words</b></p>', color: 'muted' } },
    {
      type: 'Grid',
      props: {
        id: 'Grid-1',
        gap: 24,
        items: [
          {
            type: 'Card',
            props: { id: 'Card-1', title: 'One', description: 'First', layout: { padding: '8px' } },
          },
          {
            type: 'Card',
            props: { id: 'Card-2', title: 'Two', description: 'Second' },
            readOnly: { title: true },
          },
        ],
      },
    },
    { type: 'Columns', props: { id: 'Columns-1' } },
    {
      type: 'Buttons',
      props: {
        id: 'Buttons-1',
        buttons: [
          { label: 'Go', href: '/go' },
          { label: 'Stop', href: '/stop' },
        ],
      },
    },
  ],
  root: { props: { title: 'Home' } },
  zones: {
    'Columns-1:left': [{ type: 'Text', props: { id: 'Text-2', text: 'Aside' } }],
    'Columns-1:right': [],
  },
}
