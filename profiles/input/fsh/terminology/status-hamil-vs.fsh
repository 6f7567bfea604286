ValueSet: StatusHamilVS
Id: status-hamil-vs
Title: "Status kehamilan"
Description: "Semua jawaban status kehamilan."
* insert Terbitan
* insert Inggris([["Answers: pregnancy status"]])
* $sct#77386006 "Pregnancy"
* $loinc#LA15173-0 "Pregnant"
* $sct#60001007 "Not pregnant"
* $loinc#LA26683-5 "Not pregnant"
