import type { Decoded, apiextensions } from '@podlint/model';
import { type DefaultTable, type Defaulting, fill, fillAbsent } from '@podlint/model/defaults';

const portDefault: DefaultTable<Decoded<apiextensions.ServiceReference>> = [['port', 443, 'the port of https']];

/** SetDefaults_CustomResourceDefinitionSpec, apiextensions-apiserver/pkg/apis/apiextensions/v1/defaults.go. */
export function defaultCustomResourceDefinition(
  definition: Decoded<apiextensions.CustomResourceDefinition>,
  defaulting: Defaulting,
): void {
  const spec = (definition.spec ??= {});
  const names = (spec.names ??= {});
  const { kind = '' } = names;
  if (!names.singular && kind !== '')
    fill(names, 'singular', kind.toLowerCase(), 'the kind in lower case letters', defaulting);
  if (!names.listKind && kind !== '') fill(names, 'listKind', `${kind}List`, 'the kind and "List"', defaulting);
  if (!spec.conversion)
    fill(
      spec,
      'conversion',
      { strategy: 'None' },
      'only the apiVersion is changed from version to version',
      defaulting,
    );
  fillAbsent(spec.conversion?.webhook?.clientConfig?.service, portDefault, defaulting);
}
