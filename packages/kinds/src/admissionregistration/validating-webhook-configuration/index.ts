import type { Decoded, admissionregistration } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { defaultWebhook } from '../defaults.js';
import { warnAboutStaticSuffix } from '../static-suffix.js';
import { webhookStrategy } from '../webhooks.js';

export const validatingWebhookConfiguration: KindModule<Decoded<admissionregistration.ValidatingWebhookConfiguration>> =
  {
    kind: judgedKinds['admissionregistration.v1.ValidatingWebhookConfiguration'],
    strategy: webhookStrategy,
    applyDefaults({ webhooks = [] }, defaulting) {
      for (const webhook of webhooks) defaultWebhook(webhook, defaulting);
    },
    warn: warnAboutStaticSuffix,
    references: [{ refersTo: objectNamed('Service'), fields: ['webhooks[].clientConfig.service.name'] }],
  };
