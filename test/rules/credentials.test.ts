/**
 * What env/secret-in-value takes for a credential. Tokens are put together here, so that no scanner of repositories
 * mistakes one for real.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLinter } from 'podlint';

const linter = createLinter({ preset: 'none', rules: { 'env/secret-in-value': 'warn' } });

function isReported(name: string, value: string): boolean {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'x' },
    spec: { containers: [{ name: 'x', image: 'x:1', env: [{ name, value }] }] },
  };
  const { files } = linter.lint([{ path: 'x.json', text: JSON.stringify(pod) }]);
  return files[0]!.diagnostics.some(({ code }) => code === 'env/secret-in-value');
}

const letters = (count: number): string => 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0z'.repeat(8).slice(0, count);
const capitals = (count: number): string => 'ABCDEFGHIJKLMNOP'.repeat(2).slice(0, count);
const hex = (count: number): string => '0123456789abcdef'.repeat(8).slice(0, count);

const tokens: Readonly<Record<string, string>> = {
  'a key of AWS': `AKIA${capitals(16)}`,
  'a token of GitHub': `ghp_${letters(36)}`,
  'a fine-grained token of GitHub': `github_pat_${letters(82)}`,
  'a token of GitLab': `glpat-${letters(20)}`,
  'a token of Slack': `xoxb-${letters(24)}`,
  'a webhook of Slack': `https://hooks.slack.com/services/T0AB/B0CD/${letters(24)}`,
  'a key of Google': `AIza${letters(35)}`,
  'a key of Stripe': `sk_live_${letters(24)}`,
  'a token of npm': `npm_${letters(36)}`,
  'a token of PyPI': `pypi-AgEIcHlwaS5vcmc${letters(60)}`,
  'a key of SendGrid': `SG.${letters(22)}.${letters(43)}`,
  'a key of OpenAI': `sk-proj-${letters(24)}T3BlbkFJ${letters(24)}`,
  'a key of Anthropic': `sk-ant-api03-${letters(60)}`,
  'a token of Vault': `hvs.${letters(30)}`,
  'a token of DigitalOcean': `dop_v1_${hex(64)}`,
  'a key of Azure storage': `AccountName=x;AccountKey=${letters(86)}==;`,
};

describe('tokens are told by their shape', () => {
  for (const [what, token] of Object.entries(tokens)) {
    test(what, () => {
      assert.ok(isReported('ANYTHING', token));
      assert.ok(isReported('ANYTHING', `prefix ${token}`));
    });
  }

  test('not those of documentation', () => {
    for (const value of ['AKIAIOSFODNN7EXAMPLE', `ghp_${'x'.repeat(36)}`, 'ghp_tooshort', 'eyJhbGci'])
      assert.ok(!isReported('ANYTHING', value), value);
  });
});

describe('names speak of credentials by their last word', () => {
  for (const name of [
    'PASSWORD',
    'PGPASSWORD',
    'dbPassword',
    'DB_PASS',
    'MYSQL_PWD',
    'DB_PASSWORD_2',
    'API_KEY',
    'apiKey',
    'JWT_SECRET',
    'client-secret',
    'AUTH_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'spring.datasource.password',
  ]) {
    test(`${name} does`, () => assert.ok(isReported(name, 'c0rrecthorsebattery')));
  }
  for (const name of [
    'PASSWORD_FILE',
    'SECRET_NAME',
    'TOKEN_PATH',
    'PWD',
    'OLDPWD',
    'BYPASS',
    'COMPASS',
    'MONKEY',
    'KEY',
    'PUBLIC_KEY',
    'PARTITION_KEY',
    'MINIO_ACCESS_KEY',
    'NEXT_PUBLIC_API_KEY',
    'TLS_SECRET',
    'IMAGE_PULL_SECRET',
    'PASSWORD_POLICY',
    'MAX_TOKENS',
  ]) {
    test(`${name} does not`, () => assert.ok(!isReported(name, 'c0rrecthorsebattery')));
  }
});

describe('values that are no credentials', () => {
  for (const value of [
    '',
    'true',
    'No',
    'none',
    '123',
    'changeme',
    'CHANGE_ME',
    'your-password',
    '<password>',
    'xxxxxxxx',
    '********',
    '${PASSWORD}',
    '$(PASSWORD)',
    '{{ password }}',
    '/run/secrets/x',
    './x',
    'https://vault.example/x',
    'vault:secret/x#y',
    'arn:aws:secretsmanager:x',
    'ref+vault://x',
    'ENC[AES256]',
    'test',
    'example-password',
  ]) {
    test(`"${value}"`, () => assert.ok(!isReported('PASSWORD', value)));
  }
  for (const value of [
    'my-app-secret',
    'Authorization',
    '3600',
    '1000000000',
    'X-Api-Key',
    'OTHER_VARIABLE',
    'short',
    'some words here',
  ]) {
    test(`"${value}", but for a password`, () => assert.ok(!isReported('TOKEN', value)));
  }
});

describe('passwords in addresses', () => {
  for (const value of ['postgres://app:hunter2@db/app', 'redis://:hunter2@cache', 'x=amqp://guest:guest@mq:5672/'])
    test(value, () => assert.ok(isReported('ANYTHING', value)));
  for (const value of [
    'postgres://app@db/app',
    'postgres://app:$(PW)@db/app',
    'postgres://user:password@db/app',
    'http://host:8080/x@y',
    'https://example.com:443',
    'mailto:a:b@c',
  ])
    test(`none: ${value}`, () => assert.ok(!isReported('ANYTHING', value)));
});
