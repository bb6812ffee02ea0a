import { grouped } from '@podlint/plain';
import type { Diagnostic } from 'vscode-languageserver';
import { nextTurn, type LanguageService } from '../service/index.js';
import type { Told } from './told.js';

/** What a check of all files comes to. */
export interface CheckedWorkspace {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** The same in a sentence. */
  readonly words: string;
}

const errorSeverity: Diagnostic['severity'] = 1;
const warningSeverity: Diagnostic['severity'] = 2;

/** Counts what is told of all files, in small parts, so that no answer has to wait. */
export async function countTold(service: LanguageService, told: Told): Promise<CheckedWorkspace> {
  let [files, errors, warnings] = [0, 0, 0];
  for (const { uri } of service.files()) {
    await nextTurn();
    const found = service.document(uri) ? told.ofDocument(uri) : told.ofFile(uri);
    files++;
    errors += found.filter(({ severity }) => severity === errorSeverity).length;
    warnings += found.filter(({ severity }) => severity === warningSeverity).length;
  }
  const words = `podlint checked ${counted(files, 'manifest')}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  return { files, errors, warnings, words };
}

function counted(count: number, noun: string): string {
  return `${grouped(String(count))} ${noun}${count === 1 ? '' : 's'}`;
}
