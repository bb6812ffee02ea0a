/** Selector, property, and its value on a light page and on a dark one. */
type Colour = readonly [selector: string, property: 'fill' | 'stroke', light: string, dark: string];

/** Colours by what they mean; each text has a contrast of 4.5 at least against what is behind it. */
const colours: readonly Colour[] = [
  ['text', 'fill', '#1f2328', '#f0f6fc'],
  ['.dim', 'fill', '#59636e', '#9198a1'],
  ['.page', 'fill', '#ffffff', '#0d1117'],
  ['.grid', 'stroke', '#d1d9e0', '#3d444d'],
  ['.guide', 'stroke', '#1f2328', '#f0f6fc'],
  ['.badge', 'fill', '#ffffff', '#0d1117'],
  ['.safe', 'fill', '#1a7f37', '#3fb950'],
  ['.luck', 'fill', '#9a6700', '#d29922'],
  ['.unsafe', 'fill', '#cf222e', '#f85149'],
  ['.starting', 'fill', '#d5dbe1', '#30363d'],
  ['.held', 'stroke', '#afb8c1', '#656c76'],
  ['.running', 'stroke', '#0969da', '#4493f8'],
  ['.attempt', 'fill', '#ddf4ff', '#12314f'],
  ['.attempt', 'stroke', '#0969da', '#4493f8'],
  ['.deciding', 'fill', '#ffd8b5', '#5a2e0d'],
  ['.deciding', 'stroke', '#bc4c00', '#f0883e'],
  ['.success', 'fill', '#1a7f37', '#3fb950'],
  ['.kill', 'fill', '#cf222e', '#f85149'],
  ['.grace', 'fill', '#ffc1ba', '#67201d'],
];

const layout = [
  'text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}',
  '.name{font-size:15px;font-weight:600}',
  '.strong{font-weight:600}',
  '.badge{font-size:11px;font-weight:600;text-anchor:middle}',
  '.number{font-size:11px;text-anchor:middle}',
  '.end{text-anchor:end}',
  '.held{stroke-width:2;stroke-dasharray:2 4}',
  '.running{stroke-width:2}',
  '.guide{stroke-width:1.5;stroke-dasharray:4 3}',
];

/** The style sheet. Custom properties would be shorter, but not every viewer of pictures knows them. */
export const style = [
  '',
  ...layout,
  ...colours.map(([selector, property, light]) => `${selector}{${property}:${light}}`),
  `@media (prefers-color-scheme:dark){${colours.map(([selector, property, , dark]) => `${selector}{${property}:${dark}}`).join('')}}`,
  '',
].join('\n');
