// What the tests open.

export const misspelt = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1
      imagePullPolcy: Always
`;

export const probed = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1
      livenessProbe:
        httpGet:
          port: 8080
        initialDelaySeconds: 10
        periodSeconds: 5
`;

/** No manifest: nothing is to be said about it. */
export const compose = `services:
  web:
    imagePullPolcy: Always
`;

/** What the pictures show. */
export const shown = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: registry.example.com/shop/web:1.4
          imagePullPolicy: Always
          resources:
            limits: { memory: 128Mi }
          livenessProbe:
            httpGet: { path: /healthz, port: 8080 }
            initialDelaySeconds: 10
            periodSeconds: 5
`;

export const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx
`;

/** A patch of it. */
export const morePods = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
`;
