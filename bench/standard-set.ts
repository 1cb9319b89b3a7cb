/** The ten commands of the roadmap's profiling, each with a short name and the components of 20 it has to change. */
export const standardSet = [
  { name: 'first-card-red', command: 'Make the first card red' },
  { name: 'buttons-larger', command: 'Increase the size of all buttons' },
  { name: 'second-text', command: "Change the text of the second text to 'Hello World'" },
  { name: 'cards-right', command: 'Move all cards to the right by 16px' },
  { name: 'third-button', command: 'Make the third button blue and larger' },
  { name: 'card-padding', command: 'Add padding to all cards' },
  { name: 'dark-card-text', command: 'Change text color to white on all dark cards' },
  { name: 'buttons-center', command: 'Align all buttons to center' },
  { name: 'header-gradient', command: "Make the header's background a gradient from blue to purple" },
  { name: 'font-size', command: 'Increase font size for all text components' },
] as const
