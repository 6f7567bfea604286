Profile: StatusMerokok
Parent: TemuanBerkode
Id: status-merokok
Title: "Status merokok"
Description: "Ibu merokok, terpapar asap rokok, atau tidak merokok."
* insert Terbitan
* insert Inggris([["Smoking"]])
* insert Diamati($loinc, 72166-2, social-history)
* value[x] from StatusMerokokVS (required)
