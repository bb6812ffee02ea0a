import { defineMessages } from '@podlint/messages';
import { FieldPath, type Minor, isEnabled } from '@podlint/model';
import type { Context, KubernetesObject, Warn } from '@podlint/validation';

const says = defineMessages('static-suffix', {
  reserved:
    'Names that end with "{suffix}" are for policies and webhooks in files of the API server, which it does not take from requests. Choose another name.',
});

/** StaticConfigSuffix, pkg/apis/admissionregistration/validation/static_suffix.go. */
const suffix = '.static.k8s.io';
const gate = 'ManifestBasedAdmissionControlConfig';
const warnedSince: Minor = 36;
const namePath = FieldPath.root.child('metadata', 'name');

/** ValidateStaticSuffix. */
export function validateStaticSuffix({ metadata }: KubernetesObject, context: Context): void {
  if (context.enabled(gate) && metadata?.name?.endsWith(suffix))
    context.report.invalid(namePath, says.reserved({ suffix }));
}

/** WarningsForStaticSuffix: while the gate is off, such names are only frowned on. */
export function warnAboutStaticSuffix({ metadata }: KubernetesObject, warn: Warn, minor: Minor): void {
  if (minor >= warnedSince && !isEnabled(gate, minor) && metadata?.name?.endsWith(suffix))
    warn(namePath, says.reserved({ suffix }));
}
