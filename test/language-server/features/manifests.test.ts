import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manifests, manifestText, withoutStops } from '@podlint/language-server/features';
import { findKindByName, kinds } from '@podlint/model';
import { createLinter } from 'podlint';

/**
 * What is true of every Pod with such resources, of a Pod that nobody starts again, and of what names objects that are
 * still to be written.
 */
const facts = /^(?:resources\/qos$|pods\/job-like$|refs\/)/;

/** A snippet as it is when nothing in it is changed: of several words the first is taken. */
function unchanged(snippet: string): string {
  return withoutStops(snippet.replaceAll(/\$\{(\d+)\|([^,|]*)[^}]*\}/g, '${$1:$2}'));
}

test('there is a manifest for every kind that is or makes Pods', () => {
  assert.deepEqual(
    kinds.filter(({ kind, podTemplate }) => podTemplate && !manifests.some((manifest) => manifest.kind === kind)),
    [],
  );
});

for (const manifest of manifests) {
  test(`podlint has nothing to say to the ${manifest.kind} that it proposes`, () => {
    for (const version of ['1.29', '1.36']) {
      const linter = createLinter({ kubernetesVersions: [version] });
      const { files } = linter.lint([{ path: 'a.yaml', text: unchanged(manifestText(manifest)) }]);
      if (findKindByName(manifest.kind)) assert.deepEqual(files[0]!.documents[0]!.verdicts, { [version]: 'accept' });
      assert.deepEqual(
        files[0]!.diagnostics.filter(({ code, severity }) => !(severity === 'info' && facts.test(code))),
        [],
      );
    }
  });
}
