export { lifeSvg } from './svg.js';
export { lifeText, offeredLifeText } from './text.js';
export { livingPodsOf, tellLife, type LivingPod } from './tell.js';
export type { ToldLife } from './told-life.js';
export { lifeSentence } from './words.js';
