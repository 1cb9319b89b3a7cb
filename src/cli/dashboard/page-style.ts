/** Light and dark by the reader's setting; one column on a phone. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --faint: #5b6570; --line: #d8dee4; --ground: #ffffff; --panel: #f6f8fa; --bar: #2f6feb; --bad: #b42318; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --faint: #9aa6b2; --line: #30363d; --ground: #0d1117; --panel: #161b22; --bar: #6ea8fe; --bad: #ff8f85; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.25rem; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
.faint { color: var(--faint); margin: .15rem 0; font-size: .9rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; list-style: none; }
.figures li, section { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.figures strong { display: block; font-size: 1.3rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
section { margin: 1rem 0; min-width: 0; overflow-x: auto; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; }
.columns section { margin: 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .2rem .35rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; white-space: normal; overflow-wrap: break-word; min-width: 5.5rem; }
@media (max-width: 30rem) { table { font-size: .8rem; } }
th { font-weight: 600; color: var(--faint); }
.bars { list-style: none; margin: 0; padding: 0; }
.bars li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 .5rem; margin-bottom: .35rem; }
.bars span { overflow-wrap: anywhere; }
.bars i { grid-column: 1 / -1; height: .4rem; border-radius: .2rem; background: var(--bar); min-width: 2px; }
.plot { width: 100%; min-height: 15rem; margin-top: .75rem; }
.plot .u-legend { color: var(--ink); font-size: .85rem; }
.worse { color: var(--bad); font-weight: 600; }
`
