import type { Library } from '../environment.js';
import { bindingMacros } from '../syntax/more-macros.js';

/** `cel.bind(name, value, expression)` (ext/bindings.go, version 0). */
export const bindingsLibrary: Library = { macros: bindingMacros };
