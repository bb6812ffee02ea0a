import assert from 'node:assert/strict';
import { test } from 'node:test';
import { referencesOf, structureFields } from '@podlint/kinds';
import { kinds, type Kind, type Minor } from '@podlint/model';

const minor: Minor = 36;

/** Structures that stand for an object, or for a part of one, by its name. */
const namingType = /(?:Reference|ParamRef|KeySelector|EnvSource|Projection|VolumeSource|RoleRef|Subject)$/;
/** Fields that name an object by themselves. */
const namingField =
  /(?:secret|claim|service|policy|serviceAccount|class|template|volume|attributes)Name$|(?:Class|Claim|Template)Name$/i;

/** Fields in which a name of an object most likely stands, from the object down. */
function namingFields({ definition }: Kind): readonly string[] {
  const found: string[] = [];
  const walk = (type: string, path: string, above: readonly string[]): void => {
    if (above.includes(type)) return;
    for (const { name, type: inner, shape } of structureFields(type, minor)) {
      if (name === 'metadata' || name === 'status') continue;
      const at = `${path === '' ? '' : `${path}.`}${name}${shape === 'list' ? '[]' : ''}`;
      const isName = (name === 'name' && namingType.test(type)) || namingField.test(name);
      if (inner === 'string' && isName) found.push(at);
      walk(inner, at, [...above, type]);
    }
  };
  walk(definition, '', []);
  return found;
}

/** Why a field that looks like the name of an object is not followed. */
const left: readonly (readonly [RegExp, string])[] = [
  [/^Event /, 'tells of what has happened'],
  [/^(?:Endpoints|EndpointSlice) /, 'written by a controller'],
  [/^IPAddress /, 'written by the server'],
  [/^PersistentVolume spec\.claimRef\.name$/, 'may be the claim that a StatefulSet will make'],
  [/^VolumeAttachment spec\.source\.inlineVolumeSpec\./, 'written by a controller'],
  [/^FlowSchema .*serviceAccount\.name$/, 'may be * for all'],
  [/^FlowSchema .*(?:user|group)\.name$/, 'no objects'],
  [/^IngressClass spec\.parameters\.name$/, 'an object that the controller knows'],
  [/^Ingress .*resource\.name$/, 'an object that the controller knows'],
  [
    /\.(?:azureDisk|azureFile|flocker|gcePersistentDisk|rbd|iscsi|scaleIO|storageos|vsphereVolume|cephfs)\.(?!secretRef|secretName)\w+$/,
    'the name of a volume elsewhere',
  ],
  [/azureFile\.secretName$/, 'may be in another namespace (secretNamespace), which is not beside it as others have it'],
  [/clusterTrustBundle\.name$/, 'a signer makes such bundles'],
  [
    /^ValidatingAdmissionPolicyBinding spec\.paramRef\.name$|^MutatingAdmissionPolicyBinding spec\.paramRef\.name$/,
    'its kind is in the policy',
  ],
];

test('each field that names an object is followed, or it is known why not', () => {
  const found = kinds
    .filter(({ since = minor, until = minor }) => since <= minor && minor <= until)
    .flatMap((kind) => {
      const followed = new Set(referencesOf(kind).flatMap(({ fields }) => fields));
      return namingFields(kind)
        .filter((field) => !followed.has(field))
        .map((field) => `${kind.kind} ${field}`);
    });
  assert.deepEqual(
    found.filter((field) => !left.some(([pattern]) => pattern.test(field))),
    [],
  );
  const idle = left.filter(([pattern]) => !found.some((field) => pattern.test(field)));
  assert.deepEqual(idle.map(String), [], 'these are followed, or no such fields');
});
