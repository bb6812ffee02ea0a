import path from 'node:path';
import type { JsonValue } from '@podlint/syntax';
import { foundText, isFile } from '@podlint/workspace';
import { fromCheckov } from './checkov.js';
import type { Imported } from './imported.js';
import { jsonIn } from './json.js';
import { fromKubeLinter } from './kube-linter.js';
import { fromPolaris } from './polaris.js';

const sources: readonly {
  readonly names: readonly string[];
  readonly read: (file: string, config: JsonValue) => Imported;
}[] = [
  { names: ['.kube-linter.yaml', '.kube-linter.yml'], read: fromKubeLinter },
  { names: ['polaris.yaml', 'polaris.yml', '.polaris.yaml', 'polaris-config.yaml'], read: fromPolaris },
  { names: ['.checkov.yaml', '.checkov.yml'], read: fromCheckov },
];

/** What the config files of other linters in a folder come to; one of each linter. */
export function importedFrom(top: string): Imported[] {
  return sources.flatMap(({ names, read }) => {
    const file = names.find((name) => isFile(path.join(top, name)));
    const config = file === undefined ? undefined : jsonIn(foundText(path.join(top, file)));
    return file === undefined || config === undefined ? [] : [read(file, config)];
  });
}
