param baseName string
param location string
param tags object
param image string
param registryServer string
param identityId string
param identityClientId string
param appId string
param siteHost string
param sitePath string
param vaultUrl string
param workspaceId string
param minReplicas int
param maxReplicas int

resource env 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: 'cae-${baseName}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor' // no workspace key: the workspace has local sign-in off
    }
  }
}

resource envLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: env
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

// The container's own start command names the replica (INSTANCE), so that each keeps its own claims and audit chain
resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'ca-${baseName}'
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    managedEnvironmentId: env.id
    configuration: {
      activeRevisionsMode: 'Single'
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      ingress: {
        external: true
        targetPort: 3978
        transport: 'auto'
        allowInsecure: false
      }
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'app'
          image: image
          resources: {
            cpu: json('2')
            memory: '4Gi'
          }
          env: [
            {
              name: 'PORT'
              value: '3978'
            }
            {
              name: 'PUBLIC_URL'
              value: 'https://ca-${baseName}.${env.properties.defaultDomain}'
            }
            {
              name: 'TENANT_ID'
              value: tenant().tenantId
            }
            {
              name: 'APP_ID'
              value: appId
            }
            {
              name: 'BOT_ID'
              value: identityClientId
            }
            {
              name: 'MANAGED_IDENTITY_ID'
              value: identityClientId
            }
            {
              name: 'KEY_VAULT_URL'
              value: vaultUrl
            }
            {
              name: 'SITE_HOST'
              value: siteHost
            }
            {
              name: 'SITE_PATH'
              value: sitePath
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 5
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: 3978
              }
              periodSeconds: 10
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: 3978
              }
              periodSeconds: 5
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'http'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
