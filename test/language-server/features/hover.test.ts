import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverText, podHead } from './kit.js';

const container = `${podHead}  containers:\n    - name: web\n      image: nginx:1.29\n`;

test('a field: type, place, allowed values, default and why, versions, documentation', async () => {
  const text = await hoverText(`${container}      imagePull^Policy: Always\n`);
  assert.match(text!, /\*\*imagePullPolicy\*\* · string/);
  assert.match(text!, /`spec\.containers\[0\]\.imagePullPolicy` of a Pod/);
  assert.match(text!, /Allowed: `Always`, `IfNotPresent` and `Never`/);
  assert.match(text!, /Default here: `IfNotPresent` \(IfNotPresent, because/);
  assert.match(text!, /Kubernetes 1\.29 or older/);
  assert.match(text!, /Image pull policy/);
});

test('what was found there: why, and what to do, the gravest first, and nothing twice', async () => {
  const text = await hoverText(
    `${container}      securityContext:\n        privileged: tr^ue\n        runAsUser: -1\n`,
  );
  assert.match(text!, /^`security\/privileged`: It has every capability/);
  assert.doesNotMatch(text!, /runs privileged/);
  const unknown = await hoverText(`${podHead}  unkno^wn: a\n`);
  assert.match(unknown!, /^`schema\/unknown-field`: /);
});

test('a field of whichever kind that podlint judges has its documentation', async () => {
  const webhook =
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata:\n  name: a\nwebhooks:\n';
  assert.match((await hoverText(`${webhook}  - failure^Policy: Fail\n`))!, /unrecognized errors/i);
});

test('words of a manifest make no link', async () => {
  const text = await hoverText(`${container}      "[a](command:b)^": x\n`);
  assert.doesNotMatch(text ?? '', /\]\(command/);
});

test('a field that came later, behind a gate', async () => {
  const text = await hoverText(`${podHead}  hostnameOver^ride: a\n  containers: []\n`);
  assert.match(text!, /Since Kubernetes 1\.34/);
  assert.match(text!, /Feature gate `HostnameOverride`: beta in 1\.36, on by default/);
  const off = await hoverText(`${podHead}  hostnameOver^ride: a\n  containers: []\n`, { kubernetesVersions: ['1.34'] });
  assert.match(off!, /alpha in 1\.34, off by default/);
});

test('an image: its parts, and the pull policy that it gets', async () => {
  const text = await hoverText(`${podHead}  containers:\n    - name: web\n      image: ngi^nx\n`);
  assert.match(text!, /Registry: `docker\.io`/);
  assert.match(text!, /Repository: `library\/nginx`/);
  assert.match(text!, /Tag: `latest`/);
  assert.match(text!, /imagePullPolicy is `Always`: the tag is latest or missing/);
});

test('a quantity: what it comes to', async () => {
  const limits = `${container}      resources:\n        limits:\n`;
  assert.match(
    (await hoverText(`${limits}          memory: 128^Mi\n`))!,
    /`128Mi` is 134,217,728 bytes, which is 128 MiB/,
  );
  assert.match((await hoverText(`${limits}          cpu: 250^m\n`))!, /`250m` is 0\.25 cores/);
  assert.match((await hoverText(`${limits}          cpu: 250^x\n`))!, /not a quantity/);
});

test('a probe: its rhythm, when it kills, and what is not written', async () => {
  const text = await hoverText(
    `${container}      liveness^Probe:\n        initialDelaySeconds: 5\n        httpGet:\n          port: 80\n`,
  );
  assert.match(text!, /Asks every 10 s from 5 s on, with 1 s for an answer; 3 failures/);
  assert.match(text!, /Container `web`: kill at/);
  assert.match(text!, /`periodSeconds`: `10` \(a probe runs every ten seconds\)/);
});

test('kind and apiVersion: what serves it and what the server says', async () => {
  const text = await hoverText('apiVersion: apps/v1\nkind: Depl^oyment\nmetadata:\n  name: a\n');
  assert.match(text!, /\*\*Deployment\*\* · `apps\/v1`/);
  assert.match(text!, /Served as `apps\/v1` by Kubernetes 1\.29 to 1\.37/);
  assert.match(text!, /Verdict: 1\.36: rejected/);
  assert.match(
    (await hoverText('apiVersion: extensions/v1beta1^\nkind: Deployment\nmetadata:\n  name: a\n'))!,
    /no longer served/,
  );
});

test('objects of other kinds, items of a List, and fragments', async () => {
  assert.match(
    (await hoverText(
      'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  ports:\n    - target^Port: http\n      port: 1\n',
    ))!,
    /\*\*targetPort\*\* · number or string/,
  );
  assert.match(
    (await hoverText(
      'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    restart^Policy: Always\n',
    ))!,
    /`spec\.restartPolicy` of a Pod/,
  );
  assert.match((await hoverText('containers:\n- name: a\n  ima^ge: b\n'))!, /\*\*image\*\*/);
});

test('a document with a mistake elsewhere', async () => {
  assert.match(
    (await hoverText(`${podHead}  restart^Policy: Always\n  containers:\n    - name: "web\n`))!,
    /\*\*restartPolicy\*\*/,
  );
});

test('nothing on comments and documents of others', async () => {
  assert.equal(await hoverText(`# he^re\n${podHead}`), undefined);
  assert.equal(await hoverText('services:\n  we^b: a\n'), undefined);
});

test('a name: where what it refers to is', async () => {
  const others = { 'config.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n' };
  const volumes = `${container}      volumeMounts:\n        - name: data\n          mountPath: /data\n  volumes:\n    - name: data\n      configMap:\n        name: settings\n`;
  assert.match(
    (await hoverText(volumes.replace('name: settings', 'name: sett^ings'), {}, others))!,
    /The ConfigMap `settings` is in `config\.yaml:4`/,
  );
  assert.match(
    (await hoverText(volumes.replace('- name: data', '- name: da^ta')))!,
    /The volume `data` is in `manifest\.yaml:13`/,
  );
  assert.doesNotMatch((await hoverText(volumes.replace('name: settings', 'name: sett^ings')))!, /The ConfigMap/);
});
