import { objectNamed, objectOfKindBeside, type FieldReferences } from './reference.js';

const service = objectNamed('Service');
const secret = objectNamed('Secret');
const gateway = objectNamed('Gateway');

/** `rules[].backendRefs[].name` of the routes of the Gateway API (sigs.k8s.io/gateway-api, apis/v1). */
function routeReferences(...backends: readonly string[]): readonly FieldReferences[] {
  return [
    { refersTo: gateway, fields: ['spec.parentRefs[].name'] },
    { refersTo: service, fields: backends.map((backend) => `spec.rules[].${backend}.name`) },
  ];
}

const httpBackends = [
  'backendRefs[]',
  'filters[].requestMirror.backendRef',
  'backendRefs[].filters[].requestMirror.backendRef',
];

/** Of kinds that are defined in many clusters: group and kind, and whom their objects name. */
const byKind: Readonly<Record<string, readonly FieldReferences[]>> = {
  'gateway.networking.k8s.io/HTTPRoute': routeReferences(...httpBackends),
  'gateway.networking.k8s.io/GRPCRoute': routeReferences(...httpBackends),
  'gateway.networking.k8s.io/TLSRoute': routeReferences('backendRefs[]'),
  'gateway.networking.k8s.io/TCPRoute': routeReferences('backendRefs[]'),
  'gateway.networking.k8s.io/UDPRoute': routeReferences('backendRefs[]'),
  'gateway.networking.k8s.io/Gateway': [
    { refersTo: secret, fields: ['spec.listeners[].tls.certificateRefs[].name'] },
    { refersTo: objectNamed('GatewayClass'), fields: ['spec.gatewayClassName'] },
  ],
  'cert-manager.io/Certificate': [{ refersTo: objectOfKindBeside, fields: ['spec.issuerRef.name'] }],
  'keda.sh/ScaledObject': [{ refersTo: objectOfKindBeside, fields: ['spec.scaleTargetRef.name'] }],
  'argoproj.io/Rollout': [
    {
      refersTo: service,
      fields: [
        'spec.strategy.canary.stableService',
        'spec.strategy.canary.canaryService',
        'spec.strategy.blueGreen.activeService',
        'spec.strategy.blueGreen.previewService',
      ],
    },
  ],
  'monitoring.coreos.com/Prometheus': [
    { refersTo: objectNamed('ServiceAccount'), fields: ['spec.serviceAccountName'] },
  ],
};

/** Whom the objects of a kind name that is none of Kubernetes' own. */
export function customReferencesOf(apiVersion: string, kind: string): readonly FieldReferences[] {
  const group = apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf('/')));
  const name = `${group}/${kind}`;
  return Object.hasOwn(byKind, name) ? (byKind[name] ?? []) : [];
}
