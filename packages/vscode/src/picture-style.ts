// The colours of pictures in a panel, from the editor's theme; the classes are those of the server's drawings.

const [dim, red, yellow, green, blue, orange] = [
  'var(--vscode-descriptionForeground)',
  'var(--vscode-charts-red)',
  'var(--vscode-charts-yellow)',
  'var(--vscode-charts-green)',
  'var(--vscode-charts-blue)',
  'var(--vscode-charts-orange)',
];

const page = `
body { margin: 0; padding: 12px 16px; line-height: 1.45; }
h2 { margin: 0 0 2px; font-size: 1.15em; font-weight: 600; }
pre { overflow-x: auto; font-family: var(--vscode-editor-font-family); }
.stale { margin: 0 0 8px; color: ${dim}; font-style: italic; }
summary { cursor: pointer; color: ${dim}; }
`;

/** A timeline: its chart is as wide as the pane, and as high as the letters ask for. */
const timeline = `
.timeline { container-type: inline-size; margin-bottom: 28px; }
.verdict { margin: 0 0 12px; font-weight: 600; border-left: 3px solid ${dim}; padding-left: 8px; }
.verdict.safe { border-color: ${green}; }
.verdict.luck { border-color: ${yellow}; }
.verdict.unsafe { border-color: ${red}; }
.chart { display: grid; grid-template-columns: max-content minmax(0, 1fr); column-gap: 12px; padding-right: 1.5em; }
.row-name { text-align: right; line-height: 2em; }
.chart svg { display: block; width: 100%; height: 2em; overflow: visible; }
.chart text { fill: var(--vscode-foreground); font-size: .92em; text-anchor: middle; dominant-baseline: central; }
.axis text { fill: ${dim}; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); column-gap: 12px; row-gap: 2px; margin: 12px 0 0; }
dt { color: ${dim}; text-align: right; }
dd { margin: 0; overflow-wrap: anywhere; }
@container (max-width: 30em) {
  .tight { display: none; }
  dl { grid-template-columns: minmax(0, 1fr); }
  dt { text-align: left; margin-top: 6px; }
}
`;

/** A drawing of fixed size, which shrinks with its pane as far as its letters can be read. */
const drawing = `
.drawing { overflow-x: auto; margin-bottom: 12px; }
.drawing svg { display: block; height: auto; }
.drawing.fits svg { width: 100%; min-width: 440px; max-width: 1100px; }
.drawing text { fill: var(--vscode-foreground); font: 12px var(--vscode-font-family); }
.drawing .name { font-size: 15px; font-weight: 600; }
.drawing .strong { font-weight: 600; }
.drawing .number { font-size: 11px; text-anchor: middle; }
.drawing .end { text-anchor: end; }
.drawing .dim { fill: ${dim}; }
.drawing .page { fill: none; }
.group { fill: var(--vscode-sideBar-background); stroke: var(--vscode-panel-border); }
.object { fill: var(--vscode-editor-background); stroke: ${dim}; }
.object.missing { stroke: ${red}; stroke-dasharray: 4 3; }
.edge { fill: none; stroke: ${dim}; stroke-width: 1.5; }
.edge.selects { stroke-dasharray: 4 3; }
.head { fill: ${dim}; }
.edge.wrong { stroke: ${red}; }
.head.wrong { fill: ${red}; }
`;

const marks = `
.grid { stroke: var(--vscode-panel-border, ${dim}); stroke-opacity: .6; }
.guide { stroke: var(--vscode-foreground); stroke-width: 1.5; stroke-dasharray: 4 3; }
.starting { fill: ${dim}; fill-opacity: .3; }
.held { stroke: ${dim}; stroke-width: 2; stroke-dasharray: 2 4; }
.running { stroke: ${blue}; stroke-width: 2; }
.attempt { fill: ${blue}; fill-opacity: .2; stroke: ${blue}; }
.deciding { fill: ${orange}; fill-opacity: .3; stroke: ${orange}; }
rect.success, circle.success, rect.safe { fill: ${green}; }
rect.luck, circle.luck { fill: ${yellow}; }
.kill { fill: ${red}; }
.grace { fill: ${red}; fill-opacity: .3; }
.vscode-high-contrast rect { stroke: var(--vscode-contrastBorder); }
`;

export const pictureStyle = page + timeline + drawing + marks;
