import { times } from './family.js';

/** An object whose spec is given in flow form. */
export const object = (apiVersion: string, kind: string, name: string, rest: string): string =>
  `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}}\n${rest}`;

export const pod = (name: string, more = '', image = 'registry.example/app:1.2'): string =>
  object('v1', 'Pod', name, `spec:\n  containers:\n    - name: app\n      image: ${image}\n${more}`);

/** One Pod with a container whose lines are given. */
export const podWith = (lines: string): string => pod('a', lines);

export const list = (key: string, indent: number, count: number, item: (index: number) => string): string =>
  `${' '.repeat(indent)}${key}:\n${times(count, (index) => `${' '.repeat(indent)}  - ${item(index)}\n`)}`;

export const map = (key: string, indent: number, count: number, entry: (index: number) => string): string =>
  `${' '.repeat(indent)}${key}:\n${times(count, (index) => `${' '.repeat(indent)}  ${entry(index)}\n`)}`;

export const deployment = (name: string, labels: string, more = ''): string =>
  object(
    'apps/v1',
    'Deployment',
    name,
    `spec:\n  selector: {matchLabels: ${labels}}\n  template:\n    metadata: {labels: ${labels}}\n    spec:\n      containers:\n        - {name: app, image: "registry.example/app:1.2"}\n${more}`,
  );
