export { grouped } from './digits.js';
export { joinedFields, own, setOwn } from './fields.js';
export { copyOf, sameJson } from './json.js';
export { addTo, largest, pushAll, replaceAll, smallest } from './lists.js';
