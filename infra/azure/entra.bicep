// Who the app is, in Entra. Run once, by an administrator who may register applications and grant Graph permissions.
//
// Identity A, managed: the bot, and the credential of B. Registration B: what people sign in to, and the only caller of
// Microsoft Graph. There is no secret anywhere. Roles and scopes are not here: they come from the people register.
extension microsoftGraphV1
targetScope = 'resourceGroup'

@minLength(3)
@maxLength(12)
@description('Short name used in every resource name')
param baseName string
@allowed([
  'uksouth'
  'ukwest'
])
param location string = 'uksouth'
@description('Unique name of the registration in the tenant')
param appUniqueName string = 'line-of-sight-${baseName}'
param scopeId string = guid(appUniqueName, 'access_as_user')

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    baseName: baseName
    location: location
    tags: {
      system: baseName
    }
  }
}

// Teams, Microsoft 365 and Outlook, on desktop, mobile and web: the same clients that the api accepts tokens from
var microsoftClients = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264'
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'
  '4765445b-32c6-49b0-83e6-1d93765276ca'
  '0ec893e0-5785-4de6-99da-4ed124e5296c'
  'd3590ed6-52b3-4102-aeff-aad2292ab01c'
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3'
  '27922004-5251-4030-b22d-91ecd9a37ea4'
]

resource app 'Microsoft.Graph/applications@v1.0' = {
  uniqueName: appUniqueName
  displayName: 'Line of Sight'
  signInAudience: 'AzureADMyOrg'
  api: {
    requestedAccessTokenVersion: 2
    oauth2PermissionScopes: [
      {
        id: scopeId
        value: 'access_as_user'
        type: 'User'
        isEnabled: true
        adminConsentDisplayName: 'Use Line of Sight as the signed-in person'
        adminConsentDescription: 'Lets the tab in Teams ask Line of Sight on behalf of the person signed in'
      }
    ]
    preAuthorizedApplications: [
      for client in microsoftClients: {
        appId: client
        delegatedPermissionIds: [
          scopeId
        ]
      }
    ]
  }

  resource credential 'federatedIdentityCredentials@v1.0' = {
    name: '${app.uniqueName}/managed-identity'
    audiences: [
      'api://AzureADTokenExchange'
    ]
    issuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
    subject: identity.outputs.principalId
  }
}

// Assignment admits a person to the app, and says nothing of what they may do there
resource principal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: app.appId
  appRoleAssignmentRequired: true
}

resource graph 'Microsoft.Graph/servicePrincipals@v1.0' existing = {
  appId: '00000003-0000-0000-c000-000000000000'
}

// Sites.Selected: no site at all until one is granted, and then that one only
resource sitesSelected 'Microsoft.Graph/appRoleAssignedTo@v1.0' = {
  appRoleId: '883ea226-0bf2-4a8f-9f9d-92c9162a727d'
  principalId: principal.id
  resourceId: graph.id
}

// User.Read.All: whose account is disabled or deleted, so that leavers are shut out
resource userReadAll 'Microsoft.Graph/appRoleAssignedTo@v1.0' = {
  appRoleId: 'df021288-bdef-4463-88db-98f22de89214'
  principalId: principal.id
  resourceId: graph.id
}

// On behalf of whoever asks, and with their rights alone: own profile, pictures, finding colleagues by name
resource delegated 'Microsoft.Graph/oauth2PermissionGrants@v1.0' = {
  clientId: principal.id
  consentType: 'AllPrincipals'
  resourceId: graph.id
  scope: 'User.Read User.ReadBasic.All'
}

output APP_ID string = app.appId
output BOT_ID string = identity.outputs.clientId
