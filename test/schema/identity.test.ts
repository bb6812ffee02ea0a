import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeObject, identityProblems, type ObjectStatus } from '@podlint/schema';
import { documentOf } from './kit.js';

describe('what an object calls itself', () => {
  const cases: [text: string, status: ObjectStatus, apiVersion?: string | undefined, codes?: string[]][] = [
    ['apiVersion: v1\nkind: Pod', 'known', 'v1'],
    ['apiVersion: v1\nKind: Pod', 'known', 'v1'],
    ['APIVERSION: apps/v1\nkind: Deployment', 'known', 'apps/v1'],
    ['apiVersion: extensions/v1beta1\nkind: Deployment', 'unserved', 'apps/v1', ['schema/wrong-api-version']],
    ['apiVersion: batch/v1beta1\nkind: CronJob', 'unserved', 'batch/v1', ['schema/wrong-api-version']],
    ['apiVersion: v1\nkind: Deployment', 'wrong-api-version', 'apps/v1', ['schema/wrong-api-version']],
    ['apiVersion: apps/v2\nkind: Deployment', 'wrong-api-version', 'apps/v1', ['schema/wrong-api-version']],
    ['apiVersion: batch.volcano.sh/v1alpha1\nkind: Job', 'other'],
    ['apiVersion: v1\nkind: Service', 'known', 'v1'],
    ['apiVersion: v1\nkind: Binding', 'other'],
    ['apiVersion: v1\nkind: pod', 'wrong-kind', 'v1', ['schema/wrong-kind']],
    ['apiVersion: apps/v1\nkind: Deploymnet', 'wrong-kind', 'apps/v1', ['schema/wrong-kind']],
    ['apiVersion: v1\nkind: Node', 'known', 'v1'],
    ['apiVersion: v1\nkind: List', 'list-without-items', undefined, ['schema/wrong-kind']],
    ['apiVersion: apps/v1\nkind: DeploymentList\nmetadata: {}', 'list-without-items', undefined, ['schema/wrong-kind']],
    ['apiVersion: example.com/v1\nkind: DenyList', 'other'],
    ['kind: Pod', 'undecodable', 'v1', ['schema/missing-api-version']],
    ['apiVersion:\nkind: CronJob', 'undecodable', 'batch/v1', ['schema/missing-api-version']],
    ['apiVersion: v1\nmetadata: {name: a}', 'undecodable', undefined, ['schema/missing-kind']],
    ['apiVersion: v1\nkind: ""\nspec: {}', 'undecodable', undefined, ['schema/missing-kind']],
    ['metadata: {name: a}\nspec: {}', 'undecodable', undefined, ['schema/missing-api-version', 'schema/missing-kind']],
    ['apiVersion: 1\nkind: Pod', 'undecodable', 'v1', ['schema/wrong-type']],
    ['apiVersion: v1\nkind: [Pod]\nspec: {}', 'undecodable', undefined, ['schema/wrong-type']],
    ['apiVersion: a/b/v1\nkind: Pod', 'undecodable', 'v1', ['schema/wrong-api-version']],
    ['apiVersion: apps/\nkind: Deployment', 'undecodable', 'apps/v1', ['schema/wrong-api-version']],
    ['apiVersion: v2\nname: chart', 'not-kubernetes'],
    ['kind: pipeline\nname: ci', 'not-kubernetes'],
    ['services: {web: {image: nginx}}', 'not-kubernetes'],
    ['[a, b]', 'not-kubernetes'],
    ['hello', 'not-kubernetes'],
  ];
  for (const [text, status, apiVersion, codes = []] of cases) {
    test(text.replaceAll('\n', ', '), () => {
      const document = documentOf(text);
      const json = document.toJSON();
      const description = describeObject(json);
      assert.deepEqual(
        { status: description.status, apiVersion: description.known?.apiVersion },
        { status, apiVersion },
      );
      assert.deepEqual(
        identityProblems({ document, start: document.root!, json }, description).map(({ code }) => code),
        codes,
      );
    });
  }
});
