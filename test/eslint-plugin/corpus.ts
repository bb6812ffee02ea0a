/** The manifests that ESLint and the command are both given. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { recorded, written } from '../fixes/corpus.js';

const root = path.resolve(import.meta.dirname, '../../..');

/** With what is in the folder `examples`, as a user has it. */
const examples = readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => readFileSync(path.join(root, 'examples', name), 'utf8'));

/** Most of what was recorded are Pods that differ in a field: one of so many stands for all of them. */
const share = 100;

/** CR LF and a byte order mark come from editors, not from people. */
const asEditorsSave = examples.flatMap((text) => [text.replace(/\r?\n/g, '\r\n'), `\ufeff${text}`]);

/** Of groups whose definitions are carried along, and of one of which there are none. */
const customResources = [
  'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a}\nspec: {secretName: a, issuerRef: {name: b}, dnsName: example.com}\n',
  'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: a}\nspec: {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: b}}, spec: {containers: [{name: a}]}}}\n---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a}\nspec: {rules: [{matches: [{path: {type: Sometimes}}]}]}\n',
  'apiVersion: example.com/v1\nkind: Certificate\nmetadata: {name: a}\nspec: {dnsName: 1}\n',
];

export const texts: readonly string[] = [
  ...examples,
  ...asEditorsSave,
  ...written,
  ...customResources,
  ...recorded.filter((_, index) => index % share === 0),
].filter((text) => text.length > 0);
