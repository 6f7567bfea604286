ValueSet: UsgLetakKehamilanVS
Id: usg-letak-kehamilan-vs
Title: "USG: letak kehamilan"
Description: "Semua jawaban uSG: letak kehamilan."
* insert Terbitan
* insert Inggris([["Answers: ultrasound: site of pregnancy"]])
* $sct#398236008 "Intrauterine"
* $sct#298109001 "Ectopic"
