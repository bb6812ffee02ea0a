export { own, setOwn } from './fields.js';
export { largest, pushAll, replaceAll, smallest } from './lists.js';
