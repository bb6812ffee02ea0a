import { FieldPath } from '@podlint/field-path';
import { defineMessages } from '@podlint/messages';
import { at, itemsAt, textAt, type Fields, type Held } from './held.js';
import type { Note } from './note.js';

const says = defineMessages('change-rbac', {
  rule: 'may now {permissions}',
  more: 'may now do {count} more things that its rules did not allow',
  subject: 'gives {role} to {subject}',
});

const rbac = 'rbac.authorization.k8s.io';
/** Of more, the number says enough. */
const mostTold = 5;
const mostNamed = 6;

/** What a role allows now and did not allow before, and who has a role now and had not. */
export function permissionsGained(old: Held | undefined, now: Held): Note[] {
  if (now.group !== rbac) return [];
  if (now.kind === 'Role' || now.kind === 'ClusterRole') return old ? rulesGained(old.value, now.value) : [];
  if (now.kind === 'RoleBinding' || now.kind === 'ClusterRoleBinding') return subjectsGained(old?.value, now);
  return [];
}

function rulesGained(old: Fields, now: Fields): Note[] {
  const owned = itemsAt(old, 'rules').flatMap(permissionsOf);
  const has = new Owned(owned);
  const gained = itemsAt(now, 'rules').flatMap((rule, index): Note[] => {
    const more = permissionsOf(rule).filter((permission) => !has.covers(permission));
    if (more.length === 0) return [];
    const path = FieldPath.root.child('rules').index(index);
    return [{ message: says.rule(wordsOf(more)), path }];
  });
  const rest = gained.length - mostTold;
  return rest > 1 ? [...gained.slice(0, mostTold), { message: says.more({ count: rest }) }] : gained;
}

const urlMark = 'url ';

/** One thing that a rule allows. */
interface Permission {
  readonly verb: string;
  /** An API group and resource, or a URL. */
  readonly on: string;
  readonly name: string;
}

/** As upstream takes rules apart to compare them (component-helpers/auth/rbac/validation, BreakdownRule). */
function permissionsOf(rule: Fields): Permission[] {
  const verbs = textsAt(rule, 'verbs');
  const urls = textsAt(rule, 'nonResourceURLs').map((url) => ({ on: urlMark + url, name: '' }));
  const names = textsAt(rule, 'resourceNames');
  const resources = textsAt(rule, 'apiGroups').flatMap((group) =>
    textsAt(rule, 'resources').flatMap((resource) =>
      (names.length === 0 ? [''] : names).map((name) => ({ on: `${group}/${resource}`, name })),
    ),
  );
  return [...urls, ...resources].flatMap((one) => verbs.map((verb) => ({ verb, ...one })));
}

function textsAt(rule: Fields, field: string): string[] {
  const found = at(rule, field);
  return Array.isArray(found) ? found.filter((item) => typeof item === 'string') : [];
}

/** What an owner of rules may do. */
class Owned {
  private readonly known: ReadonlySet<string>;
  /** URLs that end in `*` cover all that begin alike. */
  private readonly prefixes: readonly { readonly verb: string; readonly prefix: string }[];

  constructor(permissions: readonly Permission[]) {
    this.known = new Set(permissions.map(keyOf));
    this.prefixes = permissions.flatMap(({ verb, on }) =>
      on.startsWith(urlMark) && on.endsWith('*') ? [{ verb, prefix: on.slice(0, -1) }] : [],
    );
  }

  covers({ verb, on, name }: Permission): boolean {
    const verbs = [verb, '*'];
    const names = name === '' ? [''] : [name, ''];
    const places = placesCovering(on);
    const isNamed = verbs.some((v) =>
      places.some((p) => names.some((n) => this.known.has(keyOf({ verb: v, on: p, name: n })))),
    );
    return isNamed || this.prefixes.some((one) => verbs.includes(one.verb) && on.startsWith(one.prefix));
  }
}

function keyOf({ verb, on, name }: Permission): string {
  return [verb, on, name].join('\n');
}

/** `apps/deployments/scale`: that group or all, that resource, all, or that subresource of all. */
function placesCovering(on: string): string[] {
  if (on.startsWith(urlMark)) return [on];
  const slash = on.indexOf('/');
  const [group, resource] = [on.slice(0, slash), on.slice(slash + 1)];
  const below = resource.indexOf('/');
  const resources = [resource, '*', ...(below === -1 ? [] : [`*${resource.slice(below)}`])];
  return [group, '*'].flatMap((one) => resources.map((other) => `${one}/${other}`));
}

/** `get, list secrets; delete pods`: what is allowed alike, together. */
function wordsOf(permissions: readonly Permission[]): { permissions: string } {
  const verbsOf = new Map<string, Set<string>>();
  for (const { verb, on, name } of permissions) {
    const resource = on.replace(/^(?:url |\/)/, '') + (name === '' ? '' : ` "${name}"`);
    verbsOf.set(resource, (verbsOf.get(resource) ?? new Set()).add(verb));
  }
  const resourcesOf = new Map<string, string[]>();
  for (const [resource, verbs] of verbsOf) {
    const key = shortList([...verbs]);
    resourcesOf.set(key, [...(resourcesOf.get(key) ?? []), resource]);
  }
  const parts = [...resourcesOf].map(([verbs, resources]) => `${verbs} ${shortList(resources)}`);
  return { permissions: parts.join('; ') };
}

function shortList(words: readonly string[]): string {
  return words.length > mostNamed + 1
    ? `${words.slice(0, mostNamed).join(', ')} and ${words.length - mostNamed} more`
    : words.join(', ');
}

function subjectsGained(old: Fields | undefined, now: Held): Note[] {
  const role = `${textAt(now.value, 'roleRef', 'kind') ?? 'Role'} ${textAt(now.value, 'roleRef', 'name') ?? ''}`;
  const had = new Set(itemsAt(old, 'subjects').map(subjectText));
  return itemsAt(now.value, 'subjects').flatMap((item, index) => {
    const subject = subjectText(item);
    const path = FieldPath.root.child('subjects').index(index);
    return had.has(subject) ? [] : [{ message: says.subject({ role, subject }), path }];
  });
}

function subjectText(subject: Fields): string {
  const names = [textAt(subject, 'namespace'), textAt(subject, 'name')].filter((name) => name !== undefined);
  return `${textAt(subject, 'kind') ?? ''} ${names.join('/')}`;
}
