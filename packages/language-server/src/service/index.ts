export type { DocumentView, FileView, ObjectView, WorkspaceView } from './file-view.js';
export { LanguageService, type ServiceHost } from './language-service.js';
export { diagnosticsOf } from './diagnostics.js';
export { pathOf, uriOf } from './uris.js';
export { codeActions, type CodeActionOptions } from './code-actions/code-actions.js';
export { fixAllEdits } from './code-actions/fix-all.js';
