/**
 * Generated from the JSON schema of SARIF 2.1.0 by `npm run generate`. A line is a definition: `name:code`, with `!` where
 * it is required; `schema-shapes.ts` reads it. Formats are left out: docs/decisions/0006-schema.md says why.
 */
export const definitions: Record<string, string> = {
  address:
    'absoluteAddress:i-1.. relativeAddress:i length:i kind:s name:s fullyQualifiedName:s offsetFromParent:i index:i-1.. parentIndex:i-1.. properties:@propertyBag',
  artifact:
    'description:@message location:@artifactLocation parentIndex:i-1.. offset:i0.. length:i-1.. roles:[!]=analysisTarget|attachment|responseFile|resultFile|standardStream|tracedFile|unmodified|modified|added|deleted|renamed|uncontrolled|driver|extension|translation|taxonomy|policy|referencedOnCommandLine|memoryContents|directory|userSpecifiedConfiguration|toolSpecifiedConfiguration|debugOutputFile|conversionSource|externalPropertyFile|repositoryRoot mimeType:s~[^/]+/.+ contents:@artifactContent encoding:s sourceLanguage:s hashes:{}s lastModifiedTimeUtc:s properties:@propertyBag',
  artifactChange: 'artifactLocation!:@artifactLocation replacements!:[1]@replacement properties:@propertyBag',
  artifactContent: 'text:s binary:s rendered:@multiformatMessageString properties:@propertyBag',
  artifactLocation: 'uri:s uriBaseId:s index:i-1.. description:@message properties:@propertyBag',
  attachment:
    'description:@message artifactLocation!:@artifactLocation regions:[!]@region rectangles:[!]@rectangle properties:@propertyBag',
  codeFlow: 'message:@message threadFlows!:[1]@threadFlow properties:@propertyBag',
  configurationOverride:
    'configuration!:@reportingConfiguration descriptor!:@reportingDescriptorReference properties:@propertyBag',
  conversion: 'tool!:@tool invocation:@invocation analysisToolLogFiles:[!]@artifactLocation properties:@propertyBag',
  edge: 'id!:s label:@message sourceNodeId!:s targetNodeId!:s properties:@propertyBag',
  edgeTraversal:
    'edgeId!:s message:@message finalState:{}@multiformatMessageString stepOverEdgeCount:i0.. properties:@propertyBag',
  exception: 'kind:s message:s stack:@stack innerExceptions:[]@exception properties:@propertyBag',
  externalPropertyFileReference:
    'location:@artifactLocation guid:s itemCount:i-1.. properties:@propertyBag |:location,guid',
  externalPropertyFileReferences:
    'conversion:@externalPropertyFileReference graphs:[!]@externalPropertyFileReference externalizedProperties:@externalPropertyFileReference artifacts:[!]@externalPropertyFileReference invocations:[!]@externalPropertyFileReference logicalLocations:[!]@externalPropertyFileReference threadFlowLocations:[!]@externalPropertyFileReference results:[!]@externalPropertyFileReference taxonomies:[!]@externalPropertyFileReference addresses:[!]@externalPropertyFileReference driver:@externalPropertyFileReference extensions:[!]@externalPropertyFileReference policies:[!]@externalPropertyFileReference translations:[!]@externalPropertyFileReference webRequests:[!]@externalPropertyFileReference webResponses:[!]@externalPropertyFileReference properties:@propertyBag',
  fix: 'description:@message artifactChanges!:[!1]@artifactChange properties:@propertyBag',
  graph: 'description:@message nodes:[!]@node edges:[!]@edge properties:@propertyBag',
  graphTraversal:
    'runGraphIndex:i-1.. resultGraphIndex:i-1.. description:@message initialState:{}@multiformatMessageString immutableState:{}@multiformatMessageString edgeTraversals:[]@edgeTraversal properties:@propertyBag ^:runGraphIndex,resultGraphIndex',
  invocation:
    'commandLine:s arguments:[]s responseFiles:[!]@artifactLocation startTimeUtc:s endTimeUtc:s exitCode:i ruleConfigurationOverrides:[!]@configurationOverride notificationConfigurationOverrides:[!]@configurationOverride toolExecutionNotifications:[]@notification toolConfigurationNotifications:[]@notification exitCodeDescription:s exitSignalName:s exitSignalNumber:i processStartFailureMessage:s executionSuccessful!:b machine:s account:s processId:i executableLocation:@artifactLocation workingDirectory:@artifactLocation environmentVariables:{}s stdin:@artifactLocation stdout:@artifactLocation stderr:@artifactLocation stdoutStderr:@artifactLocation properties:@propertyBag',
  location:
    'id:i-1.. physicalLocation:@physicalLocation logicalLocations:[!]@logicalLocation message:@message annotations:[!]@region relationships:[!]@locationRelationship properties:@propertyBag',
  locationRelationship: 'target!:i0.. kinds:[!]s description:@message properties:@propertyBag',
  logicalLocation:
    'name:s index:i-1.. fullyQualifiedName:s decoratedName:s parentIndex:i-1.. kind:s properties:@propertyBag',
  message: 'text:s markdown:s id:s arguments:[]s properties:@propertyBag |:text,id',
  multiformatMessageString: 'text!:s markdown:s properties:@propertyBag',
  node: 'id!:s label:@message location:@location children:[!]@node properties:@propertyBag',
  notification:
    'locations:[!]@location message!:@message level:=none|note|warning|error threadId:i timeUtc:s exception:@exception descriptor:@reportingDescriptorReference associatedRule:@reportingDescriptorReference properties:@propertyBag',
  physicalLocation:
    'address:@address artifactLocation:@artifactLocation region:@region contextRegion:@region properties:@propertyBag |:address,artifactLocation',
  propertyBag: '*: tags:[!]s',
  rectangle: 'top:n left:n bottom:n right:n message:@message properties:@propertyBag',
  region:
    'startLine:i1.. startColumn:i1.. endLine:i1.. endColumn:i1.. charOffset:i-1.. charLength:i0.. byteOffset:i-1.. byteLength:i0.. snippet:@artifactContent message:@message sourceLanguage:s properties:@propertyBag |:startLine,charOffset,byteOffset',
  replacement: 'deletedRegion!:@region insertedContent:@artifactContent properties:@propertyBag',
  reportingConfiguration:
    'enabled:b level:=none|note|warning|error rank:n-1..100 parameters:@propertyBag properties:@propertyBag',
  reportingDescriptor:
    'id!:s deprecatedIds:[!]s guid:s deprecatedGuids:[!]s name:s deprecatedNames:[!]s shortDescription:@multiformatMessageString fullDescription:@multiformatMessageString messageStrings:{}@multiformatMessageString defaultConfiguration:@reportingConfiguration helpUri:s help:@multiformatMessageString relationships:[!]@reportingDescriptorRelationship properties:@propertyBag',
  reportingDescriptorReference:
    'id:s index:i-1.. guid:s toolComponent:@toolComponentReference properties:@propertyBag |:index,guid,id',
  reportingDescriptorRelationship:
    'target!:@reportingDescriptorReference kinds:[!]s description:@message properties:@propertyBag',
  result:
    'ruleId:s ruleIndex:i-1.. rule:@reportingDescriptorReference kind:=notApplicable|pass|fail|review|open|informational level:=none|note|warning|error message!:@message analysisTarget:@artifactLocation locations:[]@location guid:s correlationGuid:s occurrenceCount:i1.. partialFingerprints:{}s fingerprints:{}s stacks:[!]@stack codeFlows:[]@codeFlow graphs:[!]@graph graphTraversals:[!]@graphTraversal relatedLocations:[!]@location suppressions:[!]@suppression baselineState:=new|unchanged|updated|absent rank:n-1..100 attachments:[!]@attachment hostedViewerUri:s workItemUris:[!]s provenance:@resultProvenance fixes:[!]@fix taxa:[!]@reportingDescriptorReference webRequest:@webRequest webResponse:@webResponse properties:@propertyBag',
  resultProvenance:
    'firstDetectionTimeUtc:s lastDetectionTimeUtc:s firstDetectionRunGuid:s lastDetectionRunGuid:s invocationIndex:i-1.. conversionSources:[!]@physicalLocation properties:@propertyBag',
  run: 'tool!:@tool invocations:[]@invocation conversion:@conversion language:s~^[a-zA-Z]{2}(-[a-zA-Z]{2})?$ versionControlProvenance:[!]@versionControlDetails originalUriBaseIds:{}@artifactLocation artifacts:[!]@artifact logicalLocations:[!]@logicalLocation graphs:[!]@graph results:[]@result automationDetails:@runAutomationDetails runAggregates:[!]@runAutomationDetails baselineGuid:s redactionTokens:[!]s defaultEncoding:s defaultSourceLanguage:s newlineSequences:[!1]s columnKind:=utf16CodeUnits|unicodeCodePoints externalPropertyFileReferences:@externalPropertyFileReferences threadFlowLocations:[!]@threadFlowLocation taxonomies:[!]@toolComponent addresses:[]@address translations:[!]@toolComponent policies:[!]@toolComponent webRequests:[!]@webRequest webResponses:[!]@webResponse specialLocations:@specialLocations properties:@propertyBag',
  runAutomationDetails: 'description:@message id:s guid:s correlationGuid:s properties:@propertyBag',
  specialLocations: 'displayBase:@artifactLocation properties:@propertyBag',
  stack: 'message:@message frames!:[]@stackFrame properties:@propertyBag',
  stackFrame: 'location:@location module:s threadId:i parameters:[]s properties:@propertyBag',
  suppression:
    'guid:s kind!:=inSource|external status:=accepted|underReview|rejected justification:s location:@location properties:@propertyBag',
  threadFlow:
    'id:s message:@message initialState:{}@multiformatMessageString immutableState:{}@multiformatMessageString locations!:[1]@threadFlowLocation properties:@propertyBag',
  threadFlowLocation:
    'index:i-1.. location:@location stack:@stack kinds:[!]s taxa:[!]@reportingDescriptorReference module:s state:{}@multiformatMessageString nestingLevel:i0.. executionOrder:i-1.. executionTimeUtc:s importance:=important|essential|unimportant webRequest:@webRequest webResponse:@webResponse properties:@propertyBag',
  tool: 'driver!:@toolComponent extensions:[!]@toolComponent properties:@propertyBag',
  toolComponent:
    'guid:s name!:s organization:s product:s productSuite:s shortDescription:@multiformatMessageString fullDescription:@multiformatMessageString fullName:s version:s semanticVersion:s dottedQuadFileVersion:s~[0-9]+(\\.[0-9]+){3} releaseDateUtc:s downloadUri:s informationUri:s globalMessageStrings:{}@multiformatMessageString notifications:[!]@reportingDescriptor rules:[!]@reportingDescriptor taxa:[!]@reportingDescriptor locations:[]@artifactLocation language:s~^[a-zA-Z]{2}(-[a-zA-Z]{2})?$ contents:[!]=localizedData|nonLocalizedData isComprehensive:b localizedDataSemanticVersion:s minimumRequiredLocalizedDataSemanticVersion:s associatedComponent:@toolComponentReference translationMetadata:@translationMetadata supportedTaxonomies:[!]@toolComponentReference properties:@propertyBag',
  toolComponentReference: 'name:s index:i-1.. guid:s properties:@propertyBag',
  translationMetadata:
    'name!:s fullName:s shortDescription:@multiformatMessageString fullDescription:@multiformatMessageString downloadUri:s informationUri:s properties:@propertyBag',
  versionControlDetails:
    'repositoryUri!:s revisionId:s branch:s revisionTag:s asOfTimeUtc:s mappedTo:@artifactLocation properties:@propertyBag',
  webRequest:
    'index:i-1.. protocol:s version:s target:s method:s headers:{}s parameters:{}s body:@artifactContent properties:@propertyBag',
  webResponse:
    'index:i-1.. protocol:s version:s statusCode:i reasonPhrase:s headers:{}s body:@artifactContent noResponseReceived:b properties:@propertyBag',
}
