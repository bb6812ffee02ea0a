import type { Decoded, admissionregistration } from '@podlint/model';
import { fillAbsent } from '@podlint/model/defaults';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { defaultWebhook, reinvocationDefault } from '../defaults.js';
import { warnAboutStaticSuffix } from '../static-suffix.js';
import { webhookStrategy } from '../webhooks.js';

export const mutatingWebhookConfiguration: KindModule<Decoded<admissionregistration.MutatingWebhookConfiguration>> = {
  kind: judgedKinds['admissionregistration.v1.MutatingWebhookConfiguration'],
  strategy: webhookStrategy,
  applyDefaults({ webhooks = [] }, defaulting) {
    for (const webhook of webhooks) {
      defaultWebhook(webhook, defaulting);
      fillAbsent(webhook, reinvocationDefault, defaulting);
    }
  },
  warn: warnAboutStaticSuffix,
  references: [{ refersTo: objectNamed('Service'), fields: ['webhooks[].clientConfig.service.name'] }],
};
