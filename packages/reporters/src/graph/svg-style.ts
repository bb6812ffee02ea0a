/** Selector, property, and its value on a light page and on a dark one; texts have a contrast of 4.5 at least. */
const colours: readonly (readonly [selector: string, property: 'fill' | 'stroke', light: string, dark: string])[] = [
  ['text', 'fill', '#1f2328', '#f0f6fc'],
  ['.dim', 'fill', '#59636e', '#9198a1'],
  ['.page', 'fill', '#ffffff', '#0d1117'],
  ['.group', 'fill', '#f6f8fa', '#151b23'],
  ['.group', 'stroke', '#d1d9e0', '#3d444d'],
  ['.object', 'fill', '#ffffff', '#0d1117'],
  ['.object', 'stroke', '#818b98', '#656c76'],
  ['.missing', 'stroke', '#cf222e', '#f85149'],
  ['.edge', 'stroke', '#59636e', '#9198a1'],
  ['.head', 'fill', '#59636e', '#9198a1'],
  ['.edge.wrong', 'stroke', '#cf222e', '#f85149'],
  ['.head.wrong', 'fill', '#cf222e', '#f85149'],
];

const shapes = [
  'text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}',
  '.strong{font-weight:600}',
  '.edge{fill:none;stroke-width:1.3}',
  '.selects,.peer{stroke-dasharray:5 3}',
  '.missing{stroke-dasharray:4 3;stroke-width:1.5}',
  '.elsewhere,.made,.optional{stroke-dasharray:2 3}',
];

/** The style sheet of pictures of graphs. */
export const graphStyle = [
  '',
  ...shapes,
  ...colours.map(([selector, property, light]) => `${selector}{${property}:${light}}`),
  `@media (prefers-color-scheme:dark){${colours.map(([selector, property, , dark]) => `${selector}{${property}:${dark}}`).join('')}}`,
  '',
].join('\n');
