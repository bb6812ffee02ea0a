export { evaluateCel } from './cel/evaluate-cel.js';
