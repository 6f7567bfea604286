const NAMES =
  '_datatype additional-resource-compartment additional-resource-reference-target additionalIdentifier address-official ' +
  'allergyintolerance-abatement alternate-canonical alternate-codes alternate-hash alternate-reference annotationType artifact- ' +
  'author artifact-contact artifact-contactDetailReference artifact-copyright artifact-copyrightLabel artifact-date artifact- ' +
  'description artifact-editor artifact-endorser artifact-experimental artifact-extended-contact-detail artifact-identifier ' +
  'artifact-jurisdiction artifact-name artifact-periodDuration artifact-publisher artifact-purpose artifact-relatedArtifact ' +
  'artifact-reviewer artifact-status artifact-title artifact-topic artifact-url artifact-useContext artifact-version artifact- ' +
  'versionAlgorithm auditevent-AlternativeUserID auditevent-Lifecycle auditevent-OnBehalfOf binding-concept-domain ' +
  'biologicallyderivedproduct-collection-procedure biologicallyderivedproduct-intendedRecipient biologicallyderivedproduct- ' +
  'manipulation biologicallyderivedproduct-processing blinded-role businessEvent canonicalresource-short-description ' +
  'capabilitystatement-declared-profile capabilitystatement-search-mode capabilitystatement-search-parameter-use careteam-alias ' +
  'characteristicExpression citation-societyAffiliation codesystem-authoritativeSource codesystem-properties-mode codesystem- ' +
  'property-valueset codesystem-use-markdown coding-conformance coding-purpose complies-with-canonical condition-diseaseCourse ' +
  'condition-reviewed confidential consent-ResearchStudyContext consent-provision-expression consent-provision-limit contactpoint- ' +
  'comment contactpoint-multiple-use contactpoint-purpose cqf-alternativeExpression cqf-certainty cqf-contactAddress cqf- ' +
  'contactReference cqf-contributionTime cqf-cqlOptions cqf-criteriaReference cqf-directReferenceCode cqf-inputParameters cqf- ' +
  'isPrefetchToken cqf-knowledgeCapability cqf-knowledgeRepresentationLevel cqf-logicDefinition cqf-parameterDefinition cqf- ' +
  'supportedCqlVersion cqf-supportingEvidence cqf-supportingEvidenceDefinition cqf-targetInvariant datatype-short-string ' +
  'derivation-reference detectedissue-doseType device-commercialBrand device-conformsTo-source device-endpoint device-gateway ' +
  'device-lastmaintenancetime device-maintenanceresponsibility device-operation-cycle device-operation-duration device-operation- ' +
  'mode diagnosticReport-focus diagnosticReport-workflowStatus documentreference-sourcepatient documentreference-thumbnail dosage- ' +
  'conditions dosage-minimumGapBetweenDose elementSource elementdefinition-conceptmap elementdefinition-defaulttype ' +
  'elementdefinition-graphConstraint elementdefinition-pattern elementdefinition-suppress elementdefinition-type-must-support ' +
  'encounter-recordLinkage endpoint-fhir-version entered-in-error-status evidence-variable-handling-detail extended-contact- ' +
  'availability extension-quantity-translation external-communication feature-assertion firstCreated healthcareservice-schedulable ' +
  'identifier-checkDigit identifier-jurisdiction immunization-procedure implementationguide-sourceFile individual-genderIdentity ' +
  'individual-pronouns individual-recordedSexOrGender inherit-obligations intended-context iso21090-codedString itemWeight ' +
  'largeValue lastSourceSync list-category list-for location-communication measurereport-countQuantity medication-characteristic ' +
  'medication-classification medication-manufacturer medication-manufacturingBatch medication-type medicationdispense- ' +
  'quantityRemaining medicationdispense-refillsRemaining metadataresource-publish-date namingsystem-checkDigit narrative-language- ' +
  'control narrative-source-control no-fixed-address note obligation obligation-profile-flag obligations-profile observation- ' +
  'analysis-date-time observation-componentCategory observation-human-transcribed observation-nature-of-abnormal-test observation- ' +
  'structure-type observation-structureLaterality observation-supportingDevice observation-v2-subid observationdefinition- ' +
  'supportingDevice operationoutcome-file operationoutcome-instance-id operationoutcome-issue-col operationoutcome-issue-context ' +
  'operationoutcome-issue-line operationoutcome-issue-server operationoutcome-issue-slicetext operationoutcome-message-id ' +
  'organization-brand organization-portal parameters-definition patient-bornStatus patient-contactPriority patient-fetalStatus ' +
  'patient-knownNonDuplicate patient-multipleBirthTotal patient-preferredPharmacy patient-sexParameterForClinicalUse patient- ' +
  'unknownIdentity perform-condition practitioner-job-title practitionerrole-doingBusinessAs practitionerrole-employmentStatus ' +
  'preferredTerminologyServer preferredValueAlternatives profile-mapping quantity-accuracy quantity-confidenceInterval ' +
  'questionnaire-definitionBased questionnaire-derivationType questionnaire-index-answer questionnaire-optionRestriction ' +
  'questionnaire-supportHyperlink questionnaireresponse-attester rdf-concept-iri referencesContained relative-time requirements- ' +
  'parent researchStudy-interventionalistRecruitment researchStudy-investigatorRecruitment researchStudy-siteRecruitment ' +
  'researchStudy-studyRegistration resolve-as-version-specific resource-instance-description resource-instance-name satisfies- ' +
  'requirement servicerequest-order-callback-phone-number servicerequest-specimenSuggestion specimen-additive specimen-reject- ' +
  'reason statistic-model-include-if structuredefinition-compliesWithProfile structuredefinition-conformance-derivedFrom ' +
  'structuredefinition-extension-meaning structuredefinition-fmm-support structuredefinition-implements structuredefinition- ' +
  'imposeProfile structuredefinition-inheritance-control structuredefinition-interface structuredefinition-standards-status-reason ' +
  'structuredefinition-type-characteristics subject-locationClassification subscription-best-effort supplydelivery-previousDelivery ' +
  'synchronicity-control target-feature-assertion targetConstraint targetElement targetPath terminology-resource-identifier- ' +
  'metadata textLink time-precision timezone timing-uncertainDate uncertainPeriod valueset-compose-createdBy valueset-compose- ' +
  'creationDate valueset-compose-include-valueSetTitle valueset-expansion-parameter valueset-otherTitle valueset-select-by-map ' +
  'valueset-workflowStatusDescription version-specific-use version-specific-value web-source workflow-adheresTo workflow-barrier ' +
  'workflow-compliesWith workflow-followOnOf workflow-generatedFrom workflow-protectiveFactor workflow-reason workflow-releaseDate ' +
  'workflow-shallComplyWith workflow-statusReason workflow-triggeredBy';

/**
 * Extensions under R4's own address that R4 does not have: names only, from HL7's later extension pack (hl7.fhir.uv.extensions), which the
 * reference validator also knows. Using one is no mistake; what it says is not checked here.
 */
export const laterExtensions: ReadonlySet<string> = new Set(NAMES.split(' '));
