/** What a change of files does, as people read it. Loaded by who tells of one. */
export { changeMarkdown } from './markdown.js';
export { changeText, type ChangeSubject } from './text.js';
