import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definition, prepareRename, references, rename } from '@podlint/language-server/features';
import type { TextEdit } from 'vscode-languageserver';
import { edited, open, podHead } from './kit.js';

const web = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
      annotations:
        podlint.io/startup-time.main: 30s
        kubectl.kubernetes.io/default-container: main
    spec:
      volumes:
        - name: "data"
          configMap:
            name: settings
            items:
              - key: app.yaml
                path: a
      containers:
        - name: main
          image: nginx
          ports:
            - name: http
              containerPort: 80
          readinessProbe:
            httpGet:
              port: http
          env:
            - name: A
              valueFrom:
                configMapKeyRef:
                  name: settings
                  key: app.yaml
            - name: B
              valueFrom:
                resourceFieldRef:
                  containerName: main
                  resource: limits.cpu
          volumeMounts:
            - name: data
              mountPath: /data
`;
const others = {
  'config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  app.yaml: a\n',
  'service.yaml':
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - name: front\n      port: 80\n      targetPort: http\n',
  'ingress.yaml':
    'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\nspec:\n  rules:\n    - http:\n        paths:\n          - path: /\n            pathType: Prefix\n            backend:\n              service:\n                name: web\n                port:\n                  name: front\n',
  'policy.yaml':
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  podSelector:\n    matchLabels:\n      app: web\n',
  'stranger.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: other\ndata:\n  app.yaml: a\n',
};

/** The text with the cursor before the n-th place where a word stands. */
function at(word: string, n = 1, text = web): string {
  let offset = -1;
  for (let i = 0; i < n; i++) offset = text.indexOf(word, offset + 1);
  return `${text.slice(0, offset + 1)}^${text.slice(offset + 1)}`;
}

/** The text with the cursor before the last letter of some words. */
function beforeEnd(words: string): string {
  const offset = web.indexOf(words) + words.length - 1;
  return `${web.slice(0, offset)}^${web.slice(offset)}`;
}

function placesOf(locations: readonly { uri: string; range: { start: { line: number } } }[]): string[] {
  return locations.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line + 1}`).sort();
}

function definitions(marked: string): string[] {
  const { file, offset, service } = open(marked, others);
  return placesOf(definition(file, offset, service));
}

function uses(marked: string): string[] {
  const { file, offset, service } = open(marked, others);
  return placesOf(references(file, offset, 'left out', service));
}

/** Every file after a rename, or the words of the refusal. */
function renamed(marked: string, newName: string): Record<string, string> | string {
  const { file, offset, service } = open(marked, others);
  const result = rename(file, offset, newName, service);
  if ('refused' in result) return result.refused;
  return Object.fromEntries(
    Object.entries(result.changes ?? {}).map(([uri, edits]) => [
      uri.split('/').at(-1)!,
      edited(service.file(uri)!, edits as TextEdit[]),
    ]),
  );
}

test('definitions inside of a Pod', () => {
  assert.deepEqual(definitions(beforeEnd('name: data')), ['manifest.yaml:18']);
  assert.deepEqual(definitions(at('http', 3)), ['manifest.yaml:28']);
  assert.deepEqual(definitions(at('main', 4)), ['manifest.yaml:25']);
  assert.deepEqual(definitions(at('main', 1)), ['manifest.yaml:25']);
});

test('definitions in other files', () => {
  assert.deepEqual(definitions(at('settings', 2)), ['config.yaml:4']);
  assert.deepEqual(definitions(at('app.yaml', 1)), ['config.yaml:6']);
  assert.deepEqual(definitions(at('app.yaml', 2)), ['config.yaml:6']);
  const { service } = open(web, others);
  const of = (name: string, line: number, character: number): string[] => {
    const file = service.file(`file:///w/${name}`)!;
    return placesOf(definition(file, file.text.offsetAt({ line, character }), service));
  };
  assert.deepEqual(of('service.yaml', 6, 10), ['manifest.yaml:12']);
  assert.deepEqual(of('policy.yaml', 7, 8), ['manifest.yaml:12']);
  assert.deepEqual(of('service.yaml', 10, 19), ['manifest.yaml:28']);
  assert.deepEqual(of('ingress.yaml', 12, 23), ['service.yaml:4']);
  assert.deepEqual(of('ingress.yaml', 14, 25), ['service.yaml:9']);
});

test('references from where a name is given', () => {
  assert.deepEqual(uses(at('"data"')), ['manifest.yaml:45']);
  assert.deepEqual(uses(at('http')), ['manifest.yaml:32', 'service.yaml:11']);
  assert.deepEqual(uses(at('main', 3)), ['manifest.yaml:14', 'manifest.yaml:15', 'manifest.yaml:42']);
  assert.deepEqual(uses(at('web', 3)), ['manifest.yaml:8', 'policy.yaml:8', 'service.yaml:7']);
});

test('a volume, its quotes kept', () => {
  assert.deepEqual(renamed(beforeEnd('name: data'), 'files'), {
    'manifest.yaml': web.replace('"data"', '"files"').replace('name: data', 'name: files'),
  });
});

test('a container, also where annotations name it', () => {
  assert.deepEqual(renamed(at('main', 3), 'app'), { 'manifest.yaml': web.replaceAll('main', 'app') });
});

test('a port, with the Service that sends to it', () => {
  assert.deepEqual(renamed(beforeEnd('name: http'), 'main'), {
    'manifest.yaml': web.replace('name: http', 'name: main').replace('port: http', 'port: main'),
    'service.yaml': others['service.yaml'].replace('http', 'main'),
  });
});

test('a ConfigMap and a key of it, in the namespace alone', () => {
  assert.deepEqual(renamed(at('settings'), 'config'), {
    'manifest.yaml': web.replaceAll('settings', 'config'),
    'config.yaml': others['config.yaml'].replace('settings', 'config'),
  });
  assert.deepEqual(renamed(at('app.yaml'), 'main.yaml'), {
    'manifest.yaml': web.replaceAll('app.yaml', 'main.yaml'),
    'config.yaml': others['config.yaml'].replace('app.yaml', 'main.yaml'),
  });
});

test('the value of a label that Pods are selected by', () => {
  const result = renamed(beforeEnd('app: web'), 'front') as Record<string, string>;
  assert.deepEqual(Object.keys(result).sort(), ['manifest.yaml', 'policy.yaml', 'service.yaml']);
  assert.equal(result['manifest.yaml'], web.replaceAll('app: web', 'app: front'));
});

test('a name that needs quotes gets them', () => {
  const text = `${podHead}  volumes:\n    - name: a^bc\n      emptyDir: {}\n  containers: []\n`;
  const { file, offset, service } = open(text);
  const result = rename(file, offset, '123', service);
  assert.equal(edited(file, ('changes' in result && result.changes[file.uri]) || []), text.replace('a^bc', '"123"'));
});

test('what cannot be renamed says why', () => {
  const { file, service } = open(web, others);
  assert.match((prepareRename(file, 3, service) as { refused: string }).refused, /no name here/);
  assert.match(
    renamed(at('"data"'), 'Not A Name') as string,
    /cannot be the name of a volume: it may hold only lower case/,
  );
  const taken = open(`${podHead}  volumes:\n    - name: a^\n    - name: b\n  containers: []\n`);
  assert.deepEqual(rename(taken.file, taken.offset, 'b', taken.service), {
    refused: 'There is another volume "b" already.',
  });
  const outside = open(`${podHead}  serviceAccountName: rob^ot\n`);
  assert.match(
    (prepareRename(outside.file, outside.offset, outside.service) as { refused: string }).refused,
    /No file here gives the name "robot"/,
  );
});

test('the range to rename is between the quotes', () => {
  const { file, offset, service } = open(at('"data"'), others);
  const found = prepareRename(file, offset, service);
  assert.ok('range' in found);
  assert.equal(file.text.getText(found.range), 'data');
});

test('selectors with expressions', () => {
  const budget =
    'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: web\nspec:\n  minAvailable: 1\n  selector:\n    matchExpressions:\n      - key: app\n        operator: In\n        values: [other, w^eb]\n';
  const { file, offset, service } = open(budget, { 'web.yaml': web });
  assert.deepEqual(placesOf(definition(file, offset, service)), ['web.yaml:12']);
  const result = rename(file, offset, 'front', service);
  assert.ok('changes' in result);
  assert.equal(edited(file, result.changes[file.uri]!), budget.replace('w^eb', 'front'));
  assert.equal(result.changes['file:///w/web.yaml']!.length, 2);
});
