/** Light and dark by the reader's setting; one column on a phone. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --faint: #5b6570; --line: #d8dee4; --ground: #ffffff; --panel: #f6f8fa; --bar: #2f6feb; --link: #0a53c5; --edge: #7a848e; --bad: #b42318; --tone-0: #2f6feb; --tone-1: #7fc79a; --tone-2: #e3b341; --tone-3: #c9a6ff; --tone-4: #f0998f; --tone-5: #aab4be; --pattern: #1b1f24; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --faint: #9aa6b2; --line: #30363d; --ground: #0d1117; --panel: #161b22; --bar: #6ea8fe; --link: #8ab8ff; --edge: #8b949e; --bad: #ff8f85; --tone-0: #4c86f0; --tone-1: #2b7a46; --tone-2: #8a6a16; --tone-3: #6d4aa8; --tone-4: #9c3f36; --tone-5: #55606b; --pattern: #e6edf3; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.25rem; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
h3 { font-size: .95rem; margin: .75rem 0 .25rem; }
a { color: var(--link); }
[hidden] { display: none !important; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: 1rem 0; }
.filters select, .filters input, .choice select { font: inherit; color: var(--ink); background: var(--ground); border: 1px solid var(--edge); border-radius: .3rem; padding: .15rem .35rem; max-width: 100%; }
.faint { color: var(--faint); margin: .15rem 0; font-size: .9rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.6rem, 1fr)); gap: .6rem; margin: 1rem 0; padding: 0; list-style: none; }
.figures li, section { background: var(--panel); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem .9rem; }
.figures strong { display: block; font-size: 1.2rem; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
section { margin: 1rem 0; min-width: 0; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--bar); outline-offset: 2px; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
details { margin-top: .5rem; }
summary { cursor: pointer; overflow-wrap: anywhere; }
.run { border-top: 1px solid var(--line); padding-top: .4rem; }
.item { margin: .25rem 0 .25rem 1rem; }
.item:target > summary { outline: 2px solid var(--bar); outline-offset: 2px; }
.patterns { position: absolute; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; margin: .5rem 0; padding: 0; }
.legend li { display: flex; gap: .4rem; align-items: center; }
.days text { fill: var(--faint); font-size: 12px; }
.days .grid { stroke: var(--line); }
.days rect, .legend rect { stroke: var(--pattern); stroke-width: .75; }
.pattern-line { stroke: var(--pattern); stroke-width: 1.25; fill: none; }
.tone-0 { fill: var(--tone-0); }
.tone-1 { fill: var(--tone-1); }
.tone-2 { fill: var(--tone-2); }
.tone-3 { fill: var(--tone-3); }
.tone-4 { fill: var(--tone-4); }
.tone-5 { fill: var(--tone-5); }
.fill-0 { fill: url(#lines-0); }
.fill-1 { fill: url(#lines-1); }
.fill-2 { fill: url(#lines-2); }
.fill-3 { fill: url(#lines-3); }
.fill-4 { fill: url(#lines-4); }
.fill-5 { fill: url(#lines-5); }
.timeline a text { fill: var(--link); text-decoration: underline; }
.timeline .wait { stroke: var(--faint); stroke-width: 2; stroke-dasharray: 1 5; stroke-linecap: round; }
.timeline text { fill: var(--ink); font-size: 13px; }
.timeline .tick { fill: var(--faint); font-size: 12px; }
.timeline .did { fill: var(--bar); stroke: var(--ink); }
.timeline .didnot { fill: url(#hatch); stroke: var(--bad); }
.hatch-ground { fill: var(--panel); }
.hatch-line { stroke: var(--bad); stroke-width: 3; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; }
.columns section { margin: 0; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .2rem .35rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th.word, td.word { text-align: left; }
th.long, td.long { white-space: normal; min-width: 12rem; }
tbody th { color: var(--ink); font-weight: 500; }
th:first-child { text-align: left; white-space: normal; overflow-wrap: break-word; min-width: 5.5rem; }
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
