import { existsSync } from 'node:fs';
import path from 'node:path';
import { own } from '@podlint/plain';
import {
  applyEdits,
  insertField,
  insertItem,
  parseText,
  type JsonValue,
  type TextEdit,
  type YamlDocument,
} from '@podlint/syntax';
import { Bounds, configNames, foundText, isFile } from '@podlint/workspace';
import { UsageError } from '../../command-line/usage-error.js';
import type { Imported } from './peers/imported.js';
import type { Survey } from './survey.js';
import { configText, hookEntry, hookText, workflowText } from './texts.js';

/** A file that is to be written; a new one has no `before`. */
export interface Change {
  readonly path: string;
  readonly before?: string | undefined;
  readonly after: string;
}

/** A file that stays as it is. `unfinished`: and something has to be done by hand. */
interface Kept {
  readonly path: string;
  readonly reason: string;
  readonly unfinished?: true;
}

export type Step = Change | Kept;

/** What setting up podlint in a folder comes to. `replace`: what is there already is written anew. */
export function plan(top: string, survey: Survey, existing: 'keep' | 'replace', imported: readonly Imported[]): Step[] {
  const { isRepository, runsOn } = survey;
  return [
    configStep(top, configText(survey, imported), existing),
    ...(isRepository ? [hookStep(top)] : []),
    ...(isRepository && runsOn === 'github'
      ? [fileStep(top, '.github/workflows/podlint.yml', workflowText, existing)]
      : []),
  ];
}

function configStep(top: string, text: string, existing: 'keep' | 'replace'): Step {
  const present = configNames.find((name) => existsSync(path.join(top, name)));
  if (present === undefined || present === configNames[0]) return fileStep(top, configNames[0]!, text, existing);
  return { path: present, reason: 'is there already' };
}

function fileStep(top: string, name: string, text: string, existing: 'keep' | 'replace'): Step {
  const before = textOf(top, name);
  if (before === text) return { path: name, reason: 'is there already' };
  if (before !== undefined && existing === 'keep')
    return { path: name, reason: 'is there already; --force writes it anew' };
  return { path: name, before, after: text };
}

const hookFile = '.pre-commit-config.yaml';

/** Other people's hooks, and their comments, stay as they are. */
function hookStep(top: string): Step {
  const before = textOf(top, hookFile);
  if (before === undefined) return { path: hookFile, after: hookText };
  const [document] = parseText(before).documents;
  if (hasHook(document)) return { path: hookFile, reason: 'has a hook of podlint already' };
  if (!document) return { path: hookFile, before, after: before + hookText };
  const edits = document.problems.length === 0 ? hookEdits(document) : undefined;
  if (!edits)
    return {
      path: hookFile,
      reason: `is not changed, since it has no list of "repos" to add to. Add there:\n${hookText}`,
      unfinished: true,
    };
  return { path: hookFile, before, after: applyEdits(before, edits) };
}

function hookEdits(document: YamlDocument): readonly TextEdit[] | undefined {
  if (document.root === undefined)
    return [
      {
        range: { start: document.text.length, end: document.text.length },
        text: `${/(^|\n)$/.test(document.text) ? '' : '\n'}${hookText}`,
      },
    ];
  const repos = document.at(['repos']);
  return repos === undefined
    ? insertField(document, document.root, 'repos', [hookEntry])
    : insertItem(document, repos, hookEntry);
}

function hasHook(document: YamlDocument | undefined): boolean {
  const repos = fieldOf(document?.toJSON() ?? null, 'repos');
  return listOf(repos).some((repo) => listOf(fieldOf(repo, 'hooks')).some((hook) => isOurs(fieldOf(hook, 'id'))));
}

function isOurs(id: JsonValue): boolean {
  return typeof id === 'string' && /^podlint(-fix)?$/.test(id);
}

function fieldOf(value: JsonValue, key: string): JsonValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (own(value, key) ?? null) : null;
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function textOf(top: string, name: string): string | undefined {
  const file = path.join(top, name);
  if (!existsSync(file)) return undefined;
  if (!isFile(file)) throw new UsageError(`"${name}" is in the way: it is no file`);
  if (!new Bounds(top).holds(file, file))
    throw new UsageError(`"${name}" is a symbolic link that leads out of the repository: replace it by a file first`);
  return foundText(file);
}
