import { defineRule, set, type Change, type Finding, type FixProposal, type ResourceView } from '@podlint/engine/rule';
import type { apps } from '@podlint/model';
import { typed } from '../../kit/typed.js';
import type { ApiVersion } from './api-version.js';
import { apiVersions } from './table.js';

type Message = 'removed' | 'deprecated' | 'onDemand';

export default defineRule<Message>({
  id: 'deprecations/api-version',
  level: 'error',
  fix: 'safe',
  tags: ['deprecated'],
  summary: 'An API version that the server no longer serves, is about to drop, or does not serve by default',
  brief: 'API version removed or deprecated',
  messages: {
    removed: '"{apiVersion}" of {kind} was removed in 1.{removed}: the server refuses the object. {instead}',
    deprecated: '"{apiVersion}" of {kind} is deprecated since 1.{deprecated}{until}. {instead}',
    onDemand:
      '"{apiVersion}" of {kind} is {stage}, and most servers do not serve it. Only a server with --runtime-config for it takes the object, and the API may change or be removed. {instead}',
  },
  resource(resource, report) {
    const entry = byKind.get(`${resource.apiVersion} ${resource.kindName}`);
    const finding = entry && findingFor(entry, resource);
    if (entry && finding)
      report({
        at: resource.at.apiVersion,
        insteadOf: 'schema/wrong-api-version',
        fixes: fixesFor(entry, resource),
        ...finding,
      });
  },
});

const byKind = new Map(
  apiVersions.flatMap((entry) => entry.kinds.map((kind) => [`${entry.apiVersion} ${kind}`, entry])),
);

function findingFor(entry: ApiVersion, resource: ResourceView): Omit<Finding<Message>, 'at'> | undefined {
  const { minor, kindName: kind } = resource;
  const { apiVersion, deprecated, removed, onDemand } = entry;
  const data = { apiVersion, kind, instead: insteadText(entry, resource) };
  if (removed !== undefined && minor >= removed) return { message: 'removed', data: { ...data, removed } };
  if (deprecated !== undefined && minor >= deprecated) {
    const until = removed === undefined ? '' : `, and servers from 1.${removed} on refuse it`;
    return {
      message: 'deprecated',
      level: 'warn',
      data: { ...data, deprecated, until },
      // Of a kind on its way out the server warns itself.
      ...(entry.instead ? {} : { insteadOf: 'api/warning' }),
    };
  }
  if (onDemand === undefined || minor < onDemand) return undefined;
  return {
    message: 'onDemand',
    level: 'info',
    data: { ...data, stage: apiVersion.includes('alpha') ? 'an alpha' : 'a beta that is off by default' },
  };
}

function insteadText(entry: ApiVersion, { minor, value }: ResourceView): string {
  const { instead, advice } = entry;
  if (!instead) return advice ?? 'There is no newer version of it yet.';
  const use =
    instead.since > minor
      ? `From 1.${instead.since} on there is "${instead.apiVersion}".`
      : `Use "${instead.apiVersion}".`;
  return isNameAll(entry, value) ? use : `${use} ${advice}`;
}

/** Whether the object needs the new name and nothing else. */
function isNameAll({ advice, changesMeaningOf }: ApiVersion, value: ResourceView['value']): boolean {
  return changesMeaningOf ? !changesMeaningOf(value) : advice === undefined;
}

function fixesFor(entry: ApiVersion, resource: ResourceView): FixProposal[] {
  const { at, minor, value } = resource;
  const { instead } = entry;
  if (!instead || instead.since > minor) return [];
  const renamed = set(at.apiVersion, instead.apiVersion);
  if (isNameAll(entry, value)) return [{ title: `Write "${instead.apiVersion}"`, safety: 'safe', changes: [renamed] }];
  return entry.needsSelector ? selectorFixes(resource, instead.apiVersion, renamed) : [];
}

/** With the selector that the old version would have taken. Unsafe, as other defaults are not the same. */
function selectorFixes(resource: ResourceView, apiVersion: string, renamed: Change): FixProposal[] {
  const { value, at } = typed<apps.Deployment>(resource);
  const labels = value.spec?.template?.metadata?.labels;
  if (value.spec?.selector) return [{ title: `Write "${apiVersion}"`, safety: 'unsafe', changes: [renamed] }];
  if (!labels || Object.keys(labels).length === 0) return [];
  return [
    {
      title: `Write "${apiVersion}", and the selector`,
      safety: 'unsafe',
      changes: [renamed, set(at.spec.selector.matchLabels, labels)],
    },
  ];
}
