import type { Decoded, networking } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { ingressStrategy } from './validation.js';
import { warnAboutIngress } from './warnings.js';

const backends = ['spec.defaultBackend', 'spec.rules[].http.paths[].backend'];

export const ingress: KindModule<Decoded<networking.Ingress>> = {
  kind: judgedKinds['networking.v1.Ingress'],
  strategy: ingressStrategy,
  warn: warnAboutIngress,
  references: [
    { refersTo: objectNamed('Service'), fields: backends.map((backend) => `${backend}.service.name`) },
    { refersTo: { to: 'service port' }, fields: backends.map((backend) => `${backend}.service.port.name`) },
    { refersTo: objectNamed('Secret'), fields: ['spec.tls[].secretName'] },
    { refersTo: objectNamed('IngressClass'), fields: ['spec.ingressClassName'] },
  ],
};
