import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { needsOf } from '@podlint/engine';
import { parseText } from '@podlint/syntax';

const plain = 'apiextensions.k8s.io/v1';

/** Ways to write it, after `apiVersion: `. */
const written: Readonly<Record<string, string>> = {
  plainly: plain,
  'with a hexadecimal escape': String.raw`"apiextensions\x2ek8s.io/v1"`,
  'with an escape of four digits': String.raw`"apiextensions\u002Ek8s.io/v1"`,
  'with an escape of eight digits': String.raw`"apiextensions\U0000002ek8s.io/v1"`,
  'over two lines': '"apiextensions.\\\n    k8s.io/v1"',
  'over two lines that end as on Windows': '"apiextensions.\\\r\n\tk8s.io/v1"',
  'with an escaped slash': String.raw`"apiextensions.k8s.io\/v1"`,
  'in base64': `!!binary ${btoa(plain)}`,
  'in base64, behind a whole tag': `!<tag:yaml.org,2002:binary> ${btoa(plain)}`,
  'in base64, behind a tag in escapes': `!!bin%61ry ${btoa(plain)}`,
};

describe('what a text needs is known before it is read', () => {
  for (const [way, text] of Object.entries(written)) {
    test(`from an apiVersion ${way}`, () => {
      const yaml = `apiVersion: ${text}\nkind: "Custom\\u0052esourceDefinition"\n`;
      const [document] = parseText(yaml).documents;
      assert.deepEqual(document?.toJSON(), { apiVersion: plain, kind: 'CustomResourceDefinition' });
      const { definitions, lateChecks } = needsOf(yaml);
      assert.ok(definitions && lateChecks);
    });
  }

  test("also the groups that are none of Kubernetes' own", () => {
    const text = [
      'apiVersion: cert-manager.io/v1',
      '- apiVersion: "argoproj.io/v1alpha1"',
      '{"apiVersion":"keda.sh/v1alpha1"}',
      'apiVersion: apps/v1',
      'apiVersion: events.k8s.io/v1',
      'apiVersion: cert-manager.io/v1',
      'apiVersion: v1',
    ].join('\n---\n');
    assert.deepEqual(needsOf(text).foreignGroups, ['cert-manager.io', 'argoproj.io', 'keda.sh']);
  });

  test('and other texts need nothing', () => {
    const nothing = { definitions: false, admission: false, lateChecks: false, foreignGroups: [] };
    assert.deepEqual(needsOf('apiVersion: v1\nkind: Pod\n'), nothing);
    assert.deepEqual(needsOf(String.raw`{"a": "\u0041\n\x", "b": "c:\\users", "d": "\U0011FFFF"}`), nothing);
  });
});
