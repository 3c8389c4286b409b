// In a service worker, install, activate and fetch bring events of their own.
interface WorkerGlobalScope {
  addEventListener<K extends keyof ServiceWorkerGlobalScopeEventMap>(type: K, listener: (e: ServiceWorkerGlobalScopeEventMap[K]) => void): void;
}
