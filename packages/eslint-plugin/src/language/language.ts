import type { File, FileError, Language, ParseResult } from '@eslint/core';
import { documentsOf, type NumberedDocument } from '@podlint/engine';
import { firstSyntaxError } from '../analysis/syntax-error.js';
import { ManifestRoot, visitorKeys, type ManifestNode, type Reader } from './nodes.js';
import { LineIndexLater } from './placed.js';
import { ManifestSourceCode, type ManifestLanguageOptions } from './source-code.js';

interface Types {
  LangOptions: ManifestLanguageOptions;
  Code: ManifestSourceCode;
  RootNode: ManifestRoot;
  Node: ManifestNode;
}

/**
 * YAML as Kubernetes reads it, and JSON, which is a part of it. A file of any other text has a tree as well: that of
 * what could be read.
 */
export const manifestLanguage: Language<Types> = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: 'type',
  visitorKeys,

  validateLanguageOptions({ tolerant }) {
    if (tolerant !== undefined && typeof tolerant !== 'boolean')
      throw new TypeError('Expected a Boolean value for "tolerant".');
  },

  parse(file, { languageOptions }): ParseResult<ManifestRoot> {
    const { text, lines, read } = sourceOf(file);
    const error = languageOptions.tolerant ? undefined : errorIn(file.path, text, read);
    return error ? { ok: false, errors: [error] } : { ok: true, ast: new ManifestRoot(text, lines, read), lines, read };
  },

  createSourceCode(file, { ast, lines, read }) {
    return new ManifestSourceCode(textOf(file), ast, lines as LineIndexLater, read as Reader);
  },
};

interface Source {
  readonly text: string;
  readonly lines: LineIndexLater;
  readonly read: Reader;
}

function sourceOf(file: File): Source {
  const text = textOf(file);
  let documents: readonly NumberedDocument[] | undefined;
  return {
    text,
    lines: new LineIndexLater(text),
    read: () => (documents ??= documentsOf(text)),
  };
}

/** ESLint reads files of this language as text. */
function textOf({ body }: File): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

/** The first thing that keeps a manifest from being read; a template and a file of another kind has none. */
function errorIn(path: string, text: string, read: Source['read']): FileError | undefined {
  return read().some(({ document }) => document.problems.length > 0) ? firstSyntaxError(path, text) : undefined;
}
