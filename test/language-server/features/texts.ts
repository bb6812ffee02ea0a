/** Manifests of several kinds and styles. */
export const documents: readonly string[] = [
  `apiVersion: v1
kind: Pod
metadata:
  name: web # the one
  labels: {app: web, "tier": 'front'}
  annotations:
    note: |
      several: lines
      - of text
spec:
  containers:
    - name: web
      image: nginx:1.29
      args: ["--flag", 'x: y', plain]
      ports:
        - name: http
          containerPort: 8080
      env:
        - name: A
          value: "1"
        - name: B
          valueFrom:
            configMapKeyRef:
              name: settings
              key: app.yaml
      livenessProbe:
        httpGet:
          path: /live
          port: http
        periodSeconds: 5
      resources:
        requests: {cpu: 100m, memory: 128Mi}
      volumeMounts:
        - name: data
          mountPath: /data
  volumes:
    - name: data
      emptyDir: {}
`,
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  replicas: 2
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      labels:
        app: api
    spec:
      initContainers:
      - name: wait
        image: busybox:1.37
        command:
        - sh
        - -c
        - >-
          sleep 5
          && echo done
      containers:
      - name: api
        image: ghcr.io/example/api@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
        startupProbe:
          tcpSocket:
            port: 80
---
apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector:
    app: api
  ports:
  - port: 80
    targetPort: http
`,
  '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "metadata": {"name": "json"},\n  "spec": {\n    "containers": [\n      {"name": "a", "image": "b", "ports": [{"containerPort": 1}]}\n    ]\n  }\n}\n',
  'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: batch/v1\n    kind: CronJob\n    metadata: &meta\n      name: a\n    spec:\n      schedule: "@daily"\n      jobTemplate:\n        spec:\n          template:\n            spec:\n              restartPolicy: Never\n              containers: [{name: a, image: b, env: [{name: X, value: y}]}]\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata: *meta\n    data:\n      key: "\u{1F600} value"\n',
  'apiVersion: v1\r\nkind: Secret\r\nmetadata:\r\n  name: s\r\nstringData:\r\n  a: |-\r\n    b\r\n\r\n  c: d\r\n',
  'containers:\n- name: a\n  image: b\n',
  '',
  '# only a comment\n',
  'services:\n  web:\n    image: nginx\n',
];
