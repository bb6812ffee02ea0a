/** Pictures of who refers to whom. Loaded only by who draws one. */
export { graphDot, graphMermaid } from './diagrams.js';
export { filteredGraph, type GraphFilter, type RunGraph } from './graphs.js';
export { graphHtml } from './html.js';
export { graphJson } from './json.js';
export { graphSvg } from './svg.js';
export { graphText } from './text.js';
export { runGraphs } from './run-graphs.js';
