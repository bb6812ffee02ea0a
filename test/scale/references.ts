import type { FleetFile } from './manifests.js';

/**
 * Applications that name and select each other, six objects each, in files of their own; some names are off by a slip,
 * and some mean nothing. Every folder and namespace is shared by many of them, as in a large repository.
 */
export function* applications(count: number): Generator<FleetFile> {
  for (let index = 0; index < count; index++)
    yield { path: `team-${index % 20}/app-${index}.yaml`, text: applicationText(index) };
}

/** Objects in each of the files. */
export const objectsOfOne = 6;

function applicationText(index: number): string {
  const name = `app-${index}`;
  const meta = (named = name): string => `metadata: {name: ${named}, namespace: team-${index % 20}}`;
  const config = index % 50 === 0 ? `ap-${index}` : name;
  const label = index % 70 === 0 ? `other-${index}` : name;
  return [
    `apiVersion: apps/v1
kind: Deployment
${meta()}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}, team: shared}}
    spec:
      serviceAccountName: ${name}
      containers:
        - name: app
          image: registry.example/app:1.2
          ports: [{name: http, containerPort: 8080}]
          envFrom: [{configMapRef: {name: ${config}}}]
          env: [{name: A, valueFrom: {configMapKeyRef: {name: ${name}, key: ${index % 90 === 0 ? 'mdoe' : 'mode'}}}}]
`,
    `apiVersion: v1\nkind: ConfigMap\n${meta()}\ndata: {mode: fast}\n`,
    `apiVersion: v1\nkind: ServiceAccount\n${meta()}\n`,
    `apiVersion: v1\nkind: Service\n${meta()}\nspec: {selector: {app: ${label}}, ports: [{port: 80, targetPort: http}]}\n`,
    `apiVersion: networking.k8s.io/v1
kind: Ingress
${meta()}
spec: {rules: [{host: ${name}.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: ${name}, port: {number: 80}}}}]}}]}
`,
    `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${meta()}
spec: {podSelector: {matchLabels: {app: ${name}}}, ingress: [{from: [{podSelector: {matchLabels: {app: ${label}}}}]}]}
`,
  ].join('---\n');
}
