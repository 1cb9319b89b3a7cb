/** The tag of a new element. */
export const NEW_TAGS: { readonly [noun: string]: string } = {
  text: 'p',
  paragraph: 'p',
  description: 'p',
  heading: 'h2',
  title: 'h1',
  subtitle: 'h2',
  button: 'button',
  cta: 'button',
  link: 'a',
  image: 'img',
  divider: 'hr',
  list_item: 'li',
  item: 'li',
}
