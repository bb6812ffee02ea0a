export type { FileView } from './file-view.js';
export { calmDiagnostics } from './calm-diagnostics.js';
export { diagnosticsOf, problemsOf } from './diagnostics.js';
export { LanguageService } from './language-service.js';
export { nextTurn } from './next-turn.js';
export { pathOf } from './uris.js';
export { codeActions } from './code-actions/code-actions.js';
export { fixAllEdits } from './code-actions/fix-all.js';
