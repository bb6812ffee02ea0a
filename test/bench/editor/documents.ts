/** A Deployment of some 45 lines, with few findings. */
function deployment(index: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-${index}
  namespace: shop
  labels:
    app.kubernetes.io/name: web-${index}
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web-${index}
  template:
    metadata:
      labels:
        app: web-${index}
    spec:
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
      containers:
        - name: web
          image: registry.example/web:1.${index}
          ports:
            - name: http
              containerPort: 8080
          resources:
            requests:
              cpu: 100m
              memory: 128Mi
            limits:
              memory: 256Mi
          readinessProbe:
            httpGet:
              path: /ready
              port: http
          volumeMounts:
            - name: config
              mountPath: /etc/web
      volumes:
        - name: config
          configMap:
            name: web-${index}
`;
}

/** Documents of at least so many lines together. */
export function manifest(lines: number): string {
  const documents: string[] = [];
  for (let count = 0; count < lines; count += documents.at(-1)!.split('\n').length)
    documents.push(deployment(documents.length));
  return documents.join('---\n');
}

/** One Pod of about so many lines. */
export function longPod(lines: number): string {
  const container = (index: number): string =>
    `    - name: c${index}\n      image: registry.example/c:1.${index}\n      imagePullPolicy: Always\n      env:\n        - name: LEVEL\n          value: debug\n      resources:\n        requests:\n          cpu: 100m\n          memory: 64Mi\n        limits:\n          memory: 64Mi\n`;
  const containers = Array.from({ length: Math.ceil((lines - 7) / 12) }, (_, index) => container(index));
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: long\nspec:\n  restartPolicy: Always\n  containers:\n${containers.join('')}`;
}
