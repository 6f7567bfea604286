ValueSet: StatusMerokokVS
Id: status-merokok-vs
Title: "Status merokok"
Description: "Semua jawaban status merokok."
* insert Terbitan
* insert Inggris([["Answers: smoking"]])
* $sct#77176002 "Smoker"
* $sct#43381005 "Passive smoker"
* $sct#8392000 "Non-smoker"
