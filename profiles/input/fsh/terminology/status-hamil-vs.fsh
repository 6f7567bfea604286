ValueSet: StatusHamilVS
Id: status-hamil-vs
Title: "Status kehamilan"
Description: "Semua jawaban status kehamilan."
* insert Terbitan
* insert Inggris([["Answers: pregnancy status"]])
* $sct#77386006 "Pregnancy"
* $sct#60001007 "Not pregnant"
