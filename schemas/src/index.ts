export { featureGates } from './feature-gates.js';
