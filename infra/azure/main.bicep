// Everything that runs in Azure. Needs what entra.bicep made in the same resource group.
// There is no storage account and no database: every byte of the provider's is in its own SharePoint.
targetScope = 'resourceGroup'

@minLength(3)
@maxLength(12)
@description('Short name used in every resource name, the same as for entra.bicep')
param baseName string
@allowed([
  'uksouth'
  'ukwest'
])
@description('UK regions only: the data are special-category personal data')
param location string = 'uksouth'
@description('Container image of tab, bot and api, by digest')
param image string
@description('Login server of the container registry; give the identity AcrPull there')
param registryServer string
@description('Client id of the app registration (APP_ID of entra.bicep)')
param appId string
@description('Host of the SharePoint site, for example contoso.sharepoint.com')
param siteHost string
@description('Path of the SharePoint site, for example /sites/line-of-sight')
param sitePath string
@minValue(1)
param minReplicas int = 1
@minValue(1)
param maxReplicas int = 3
param logRetentionDays int = 90

var tags = {
  system: baseName
  dataClass: 'special-category'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = {
  name: 'id-${baseName}'
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    baseName: baseName
    location: location
    tags: tags
    retentionDays: logRetentionDays
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    baseName: baseName
    location: location
    tags: tags
    principalId: identity.properties.principalId
    workspaceId: logs.outputs.workspaceId
  }
}

module app 'modules/container-app.bicep' = {
  name: 'app'
  params: {
    baseName: baseName
    location: location
    tags: tags
    image: image
    registryServer: registryServer
    identityId: identity.id
    identityClientId: identity.properties.clientId
    appId: appId
    siteHost: siteHost
    sitePath: sitePath
    vaultUrl: vault.outputs.url
    workspaceId: logs.outputs.workspaceId
    minReplicas: minReplicas
    maxReplicas: maxReplicas
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    baseName: baseName
    tags: tags
    identityId: identity.id
    identityClientId: identity.properties.clientId
    host: app.outputs.host
  }
}

output PUBLIC_URL string = 'https://${app.outputs.host}'
output KEY_VAULT_NAME string = vault.outputs.name
